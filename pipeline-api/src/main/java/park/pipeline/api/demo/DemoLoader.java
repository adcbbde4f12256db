package park.pipeline.api.demo;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import park.pipeline.api.wiring.PipelineSettings;
import park.pipeline.core.catalogue.Catalogue;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.log.LoggedEvent;
import park.pipeline.core.log.Submission;
import park.pipeline.core.project.Project;
import park.pipeline.core.project.Refused;

/**
 * Tells the demo to an empty log, by commands like any others, before the service takes requests. A log in which a start
 * was cut off half-way is told the rest; a log that anybody else began is left alone.
 */
final class DemoLoader implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);
    private static final int SAID_EVERY = 200;

    private final DemoClock clock;
    private final CommandGateway commands;
    private final LogReader log;
    private final Catalogue catalogue;
    private final PipelineSettings settings;
    private boolean running;

    DemoLoader(
            DemoClock clock, CommandGateway commands, LogReader log, Catalogue catalogue, PipelineSettings settings) {
        this.clock = clock;
        this.commands = commands;
        this.log = log;
        this.catalogue = catalogue;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
        List<DemoStep> steps = Demo.steps(catalogue);
        try {
            tell(steps, told(steps));
        } finally {
            clock.run();
        }
    }

    /** How many steps the log holds already; all of them where it is not ours to tell anything. */
    int told(List<DemoStep> steps) {
        long head = log.head();
        if (head == 0) {
            return 0;
        }
        int told = 0;
        long events = 0;
        while (told < steps.size() && events < head) {
            events += steps.get(told).events();
            told++;
        }
        return events == head && isLast(steps.get(told - 1), head) ? told : steps.size();
    }

    /** Whether the log ends with this step: else somebody has gone on from there, or never began with the demo. */
    private boolean isLast(DemoStep step, long head) {
        LoggedEvent last = log.after(head - 1, 1).getFirst();
        return last.projectId().equals(step.command().projectId())
                && last.recorded().recordedAt().isBefore(step.recordedAt().plusMillis(1));
    }

    private void tell(List<DemoStep> steps, int from) {
        for (int i = from; i < steps.size(); i++) {
            tell(steps.get(i));
            if ((i + 1) % SAID_EVERY == 0 || i + 1 == steps.size()) {
                LOG.info("Demo data: {} of {} commands", i + 1, steps.size());
            }
        }
    }

    private void tell(DemoStep step) {
        clock.stopAt(step.recordedAt());
        Submission submission = step.submission();
        LocalDate today = LocalDate.ofInstant(step.recordedAt(), settings.zone());
        try {
            commands.sendAndWait(new GenericCommandMessage<>(
                    step.command(), MetaData.with(Project.TODAY, today).and(Submission.KEY, submission)));
            submission.await();
        } catch (Refused e) {
            throw new IllegalStateException("The demo tells what cannot be: " + step, e);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Behind Axon's command handlers, and before the web server. */
    @Override
    public int getPhase() {
        return SpringAxonConfiguration.LIFECYCLE_PHASE + 1;
    }
}
