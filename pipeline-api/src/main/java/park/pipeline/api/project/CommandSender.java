package park.pipeline.api.project;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import park.pipeline.api.http.Reads;
import park.pipeline.api.project.CommandResult.Warning;
import park.pipeline.api.tracing.CommandTraces;
import park.pipeline.core.log.AlreadyAnswered;
import park.pipeline.core.log.Appended;
import park.pipeline.core.log.Submission;
import park.pipeline.core.person.KeyChange;
import park.pipeline.core.project.ProjectCommand;
import park.pipeline.core.project.Stage;
import tools.jackson.databind.json.JsonMapper;

/** Sends a command and tells what came of it. */
@Component
class CommandSender {
    private static final Logger LOG = LoggerFactory.getLogger(CommandSender.class);
    /** A lost race is decided anew on what the other one left behind: so often, then the caller hears of it. */
    private static final int ATTEMPTS = 12;
    /** Who loses to another node, pauses for a moment of chance, so that they do not meet again and again. */
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final CommandGateway commands;
    private final Reads reads;
    private final JsonMapper json;
    private final CommandTraces traces;
    private final Counter again;

    CommandSender(CommandGateway commands, Reads reads, JsonMapper json, CommandTraces traces, MeterRegistry meters) {
        this.traces = traces;
        this.again = Counter.builder("pipeline.commands.decided.again")
                .description("Decisions on a fresh look at the log: after a refusal by memory alone, or a lost race")
                .register(meters);
        this.commands = commands;
        this.reads = reads;
        this.json = json;
    }

    /** The answer to a command on a project that is there. */
    ResponseEntity<CommandResult> send(ProjectCommand command, CommandHeaders headers) {
        return answer(ResponseEntity.ok(), result(new Ask(command, headers, HttpStatus.OK, null, List.of(), null)));
    }

    /** The answer to a command that makes something, with what the caller may want to look at. */
    ResponseEntity<CommandResult> create(
            ProjectCommand command, String location, List<Warning> warnings, CommandHeaders headers) {
        Ask ask = new Ask(command, headers, HttpStatus.CREATED, location, warnings, null);
        return answer(ResponseEntity.created(URI.create(location)), result(ask));
    }

    /** The answer to a command that adds a contact person, whose key is kept with it. */
    ResponseEntity<CommandResult> addContact(
            ProjectCommand command, String location, KeyChange key, CommandHeaders headers) {
        Ask ask = new Ask(command, headers, HttpStatus.CREATED, location, List.of(), key);
        return answer(ResponseEntity.created(URI.create(location)), result(ask));
    }

    /** The answer to a command that erases one, whose key is destroyed with it. */
    ResponseEntity<CommandResult> eraseContact(ProjectCommand command, KeyChange key, CommandHeaders headers) {
        return answer(ResponseEntity.ok(), result(new Ask(command, headers, HttpStatus.OK, null, List.of(), key)));
    }

    private static ResponseEntity<CommandResult> answer(ResponseEntity.BodyBuilder answer, CommandResult result) {
        return answer.header(HttpHeaders.ETAG, "\"" + result.version() + "\"")
                .header(Reads.POSITION, Long.toString(result.position()))
                .body(result);
    }

    private CommandResult result(Ask ask) {
        Submission hopeful = Submission.optimistic(ask.headers().actor(), ask.receipt(json), ask.key());
        try {
            return attempt(ask, hopeful);
        } catch (RuntimeException refused) {
            if (!hopeful.isUnverified() && !(refused instanceof ConcurrencyException)) {
                throw refused;
            }
            return lookingAtTheLog(ask);
        }
    }

    private CommandResult lookingAtTheLog(Ask ask) {
        for (int attempt = 1; ; attempt++) {
            again.increment();
            try {
                return attempt(ask, Submission.by(ask.headers().actor(), ask.receipt(json), ask.key()));
            } catch (ConcurrencyException lostRace) {
                if (attempt == ATTEMPTS) {
                    throw lostRace;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
            }
        }
    }

    private CommandResult attempt(Ask ask, Submission submission) {
        Object handled = handled(ask, submission);
        Appended appended = submission.await();
        ask.settle();
        traces.wrote(appended.position());
        LOG.info(
                "{} project={} version={} position={} actor={}",
                ask.command().getClass().getSimpleName(),
                ask.command().projectId(),
                appended.version(),
                appended.position(),
                ask.headers().actor());
        // A constructor's handler answers with the id, and leaves the project a lead.
        Stage stage = handled instanceof Stage after ? after : Stage.LEAD;
        return ask.result(appended, stage);
    }

    private @Nullable Object handled(Ask ask, Submission submission) {
        try {
            return commands.sendAndWait(
                    new GenericCommandMessage<>(ask.command(), ask.metaData(reads.today(), submission)));
        } catch (AlreadyAnswered e) {
            ask.settle();
            throw e;
        }
    }
}
