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
    private int told(List<DemoStep> steps) {
        List<LoggedEvent> first = log.after(0, 1);
        if (first.isEmpty()) {
            return 0;
        }
        if (!first.getFirst().projectId().equals(steps.getFirst().command().projectId())) {
            return steps.size();
        }
        int told = 0;
        for (long events = steps.getFirst().events(); told < steps.size() && events <= log.head(); ) {
            told++;
            events += told < steps.size() ? steps.get(told).events() : 0;
        }
        return told;
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
