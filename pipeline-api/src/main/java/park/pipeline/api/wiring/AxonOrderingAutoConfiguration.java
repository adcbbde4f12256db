package park.pipeline.api.wiring;

import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.axonframework.springboot.autoconfig.MicrometerMetricsAutoConfiguration;
import org.axonframework.springboot.autoconfig.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;

/**
 * Axon 4.13 orders its auto-configurations after class names of Boot 3 that Boot 4 moved. Left alone it looks for a
 * DataSource and a transaction manager before Boot has made them, and goes on without transactions. This empty link in
 * the chain restores the order.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        },
        before = {
            TransactionAutoConfiguration.class,
            JdbcAutoConfiguration.class,
            MicrometerMetricsAutoConfiguration.class
        })
public class AxonOrderingAutoConfiguration {}
