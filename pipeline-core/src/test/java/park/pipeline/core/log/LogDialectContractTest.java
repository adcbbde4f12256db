package park.pipeline.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogDialectContractTest extends LogContract {
    @Test
    void a_database_says_what_it_is() {
        assertThat(LogDialect.of(database.dataSource())).hasToString(kind.name());
    }
}
