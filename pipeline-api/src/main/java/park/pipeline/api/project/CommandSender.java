package park.pipeline.api.project;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import park.pipeline.api.http.Reads;
import park.pipeline.core.log.Appended;
import park.pipeline.core.log.Submission;
import park.pipeline.core.project.Project;
import park.pipeline.core.project.ProjectCommand;
import park.pipeline.core.project.Stage;

/** Sends a command and tells what came of it. */
@Component
class CommandSender {
    private static final Logger LOG = LoggerFactory.getLogger(CommandSender.class);
    /** A lost race is decided anew on what the other one left behind: so often, then the caller hears of it. */
    private static final int ATTEMPTS = 5;

    private final CommandGateway commands;
    private final Reads reads;

    CommandSender(CommandGateway commands, Reads reads) {
        this.commands = commands;
        this.reads = reads;
    }

    /** The answer to a command on a project that is there. */
    ResponseEntity<CommandResult> send(ProjectCommand command, CommandHeaders headers) {
        return answer(ResponseEntity.ok(), result(command, headers));
    }

    /** The answer with what every command result carries in its headers. */
    static ResponseEntity<CommandResult> answer(ResponseEntity.BodyBuilder answer, CommandResult result) {
        return answer.header(HttpHeaders.ETAG, "\"" + result.version() + "\"")
                .header(Reads.POSITION, Long.toString(result.position()))
                .body(result);
    }

    CommandResult result(ProjectCommand command, CommandHeaders headers) {
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(command, headers);
            } catch (ConcurrencyException lostRace) {
                if (attempt == ATTEMPTS) {
                    throw lostRace;
                }
            }
        }
    }

    private CommandResult attempt(ProjectCommand command, CommandHeaders headers) {
        Submission submission = Submission.by(headers.actor());
        Map<String, Object> metaData = new LinkedHashMap<>();
        metaData.put(Project.TODAY, reads.today());
        metaData.put(Submission.KEY, submission);
        if (headers.expectedVersion() != null) {
            metaData.put(Project.EXPECTED_VERSION, headers.expectedVersion());
        }
        Object handled = commands.sendAndWait(new GenericCommandMessage<>(command, metaData));
        Appended appended = submission.await();
        LOG.info(
                "{} project={} version={} position={} actor={}",
                command.getClass().getSimpleName(),
                command.projectId(),
                appended.version(),
                appended.position(),
                headers.actor());
        // A constructor's handler answers with the id, and leaves the project a lead.
        Stage stage = handled instanceof Stage after ? after : Stage.LEAD;
        return new CommandResult(
                command.projectId(), appended.version(), stage, appended.position(), appended.recordedAt(), List.of());
    }
}
