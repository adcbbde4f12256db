package park.pipeline.api.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.imports.row.SoundRow;
import park.pipeline.core.log.LogClaims;
import park.pipeline.core.log.Submission;
import park.pipeline.core.project.Claim;
import park.pipeline.core.project.Project;
import park.pipeline.core.project.ProjectCommand.ImportProject;

/**
 * Into the log, one command a row. A command returns once its events are in line, so that one flush of the log carries
 * all rows between two {@link #settle}: one flush a row would be a hundred times slower.
 */
final class LogSink implements RowSink {
    private record InLine(SoundRow row, Submission submission) {
        Outcome await() {
            try {
                submission.await();
                return new Outcome(row, null);
            } catch (RuntimeException e) {
                return new Outcome(row, e);
            }
        }
    }

    private final CommandBus commands;
    private final LogClaims claims;
    private final String actor;
    private final LocalDate today;
    private final List<InLine> inLine = new ArrayList<>();

    LogSink(CommandBus commands, LogClaims claims, String actor, LocalDate today) {
        this.commands = commands;
        this.claims = claims;
        this.actor = actor;
        this.today = today;
    }

    @Override
    public @Nullable Holder holder(Claim claim) {
        LogClaims.Holder holder = claims.holder(claim);
        return holder == null ? null : new Holder(holder.projectId().toString(), holder.content());
    }

    @Override
    public void add(SoundRow row, Set<Claim> taken) {
        Submission submission = Submission.ofRow(actor, row.content());
        CommandMessage<ImportProject> message = new GenericCommandMessage<>(
                row.ask(), MetaData.with(Project.TODAY, today).and(Submission.KEY, submission));
        FutureCallback<ImportProject, Object> callback = new FutureCallback<>();
        commands.dispatch(message, callback);
        CommandResultMessage<?> result = callback.getResult();
        if (result.isExceptional()) {
            throw asRuntime(result.exceptionResult());
        }
        inLine.add(new InLine(row, submission));
    }

    /** Awaits every one, whatever became of those before it: it is in line, and will be stored in any case. */
    @Override
    public List<Outcome> settle() {
        List<Outcome> outcomes = inLine.stream().map(InLine::await).toList();
        inLine.clear();
        return outcomes;
    }

    private static RuntimeException asRuntime(Throwable thrown) {
        return thrown instanceof RuntimeException e ? e : new IllegalStateException(thrown);
    }
}
