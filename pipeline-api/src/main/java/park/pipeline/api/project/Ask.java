package park.pipeline.api.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import park.pipeline.api.project.CommandResult.Warning;
import park.pipeline.core.log.Appended;
import park.pipeline.core.log.Receipt;
import park.pipeline.core.log.Submission;
import park.pipeline.core.person.KeyChange;
import park.pipeline.core.project.Project;
import park.pipeline.core.project.ProjectCommand;
import park.pipeline.core.project.Stage;
import tools.jackson.databind.json.JsonMapper;

/**
 * A command on its way, with what is known of its answer before the log has it.
 *
 * @param status of the answer if the command is taken
 * @param location of what it makes; null where it makes nothing
 * @param key what happens to a contact person's key with it; null for anything else
 */
record Ask(
        ProjectCommand command,
        CommandHeaders headers,
        HttpStatus status,
        @Nullable String location,
        List<Warning> warnings,
        @Nullable KeyChange key) {

    Map<String, Object> metaData(LocalDate today, Submission submission) {
        Map<String, Object> metaData = new LinkedHashMap<>();
        metaData.put(Project.TODAY, today);
        metaData.put(Submission.KEY, submission);
        if (headers.expectedVersion() != null) {
            metaData.put(Project.EXPECTED_VERSION, headers.expectedVersion());
        }
        return metaData;
    }

    CommandResult result(Appended appended, Stage stage) {
        return new CommandResult(
                command instanceof ProjectCommand.AddContactPerson added ? added.contactId() : null,
                command.projectId(),
                appended.version(),
                stage,
                appended.position(),
                appended.recordedAt(),
                warnings);
    }

    /** Stored with the events; the place in the log, which it cannot have yet, is filled in if it is ever asked for. */
    @Nullable
    Receipt receipt(JsonMapper json) {
        if (headers.keyed() == null) {
            return null;
        }
        CommandResult placeless = result(new Appended(0, 0, Instant.EPOCH), Stage.LEAD);
        return headers.keyed().receipt(status.value(), location, json.writeValueAsBytes(placeless));
    }

    /** The answer is stored, with the events of this request or with those of its twin on another node. */
    void settle() {
        if (headers.keyed() != null) {
            headers.keyed().settle();
        }
    }
}
