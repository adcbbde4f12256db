package park.pipeline.api.wiring;

import java.sql.Connection;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.log.LogDialect;

/** The transactions in which views are fed and their tokens are claimed. */
final class DerivedTransactions implements TransactionManager {
    private final TransactionManager transactions;
    private final JdbcTemplate jdbc;
    private final LogDialect dialect;

    DerivedTransactions(TransactionManager transactions, JdbcTemplate jdbc, LogDialect dialect) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.dialect = dialect;
    }

    /** @see LogDialect#beginDerived */
    @Override
    public Transaction startTransaction() {
        Transaction transaction = transactions.startTransaction();
        try {
            jdbc.execute((Connection connection) -> {
                dialect.beginDerived(connection);
                return true;
            });
            return transaction;
        } catch (RuntimeException e) {
            transaction.rollback();
            throw e;
        }
    }
}
