package park.pipeline.api.wiring;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Why the service does not start, where it is the database's fault: in words, not in a stack trace. */
public class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {
    private static final int H2_IN_USE = 90020;
    private static final int H2_IO = 90028;
    private static final int H2_IO_WITH_FILE = 90031;
    private static final int H2_WRONG_FORMAT = 90030;

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, SQLException cause) {
        return switch (cause.getErrorCode()) {
            case H2_IN_USE ->
                new FailureAnalysis(
                        "数据目录正被另一个进程使用。The data folder is in use by another process: " + cause.getMessage(),
                        "停止另一个进程，或用 --pipeline.data-dir 指定另一个目录。Stop the other process, or name another folder"
                                + " with --pipeline.data-dir; several nodes need PostgreSQL.",
                        cause);
            case H2_IO, H2_IO_WITH_FILE ->
                new FailureAnalysis(
                        "数据目录无法读写。The data folder cannot be read or written: " + cause.getMessage(),
                        "检查目录的权限和磁盘空间。See to the folder's rights and to the space on its disk.",
                        cause);
            case H2_WRONG_FORMAT ->
                new FailureAnalysis(
                        "数据库文件已损坏或不是本程序的文件。The database file is damaged or not ours: " + cause.getMessage(),
                        "请从备份恢复。Restore it from a backup.",
                        cause);
            default ->
                new FailureAnalysis(
                        "无法连接数据库。The database cannot be reached: " + cause.getMessage(),
                        "检查 spring.datasource.url、username、password。See to spring.datasource.url, username and"
                                + " password.",
                        cause);
        };
    }
}
