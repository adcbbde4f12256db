package park.pipeline.api.wiring;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** What is asked of the driver of PostgreSQL beyond its address. H2 refuses options that it does not know. */
@Component
class PostgresConnections implements BeanPostProcessor {
    /** Many rows of one insert go over as one statement: the views write many at a time. */
    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool
                && pool.getJdbcUrl() != null
                && pool.getJdbcUrl().startsWith("jdbc:postgresql:")) {
            pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        }
        return bean;
    }
}
