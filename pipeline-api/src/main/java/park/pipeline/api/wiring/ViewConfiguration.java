package park.pipeline.api.wiring;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import park.pipeline.core.log.EventCodec;
import park.pipeline.core.log.LogDialect;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.person.PersonKeys;
import park.pipeline.projections.calendar.HappenedDays;
import park.pipeline.projections.calendar.RecordedDays;
import park.pipeline.projections.contact.ContactQueries;
import park.pipeline.projections.funnel.FunnelQueries;
import park.pipeline.projections.funnel.FunnelView;
import park.pipeline.projections.funnel.KeptLedger;
import park.pipeline.projections.funnel.ReconcileQueries;
import park.pipeline.projections.funnel.TrendQueries;
import park.pipeline.projections.history.HistoryQueries;
import park.pipeline.projections.history.HistoryView;
import park.pipeline.projections.history.LatestEvents;
import park.pipeline.projections.project.BoardQueries;
import park.pipeline.projections.project.ProjectAsOf;
import park.pipeline.projections.project.ProjectNews;
import park.pipeline.projections.project.ProjectQueries;
import park.pipeline.projections.project.ProjectTable;
import park.pipeline.projections.project.ProjectTeams;
import park.pipeline.projections.project.ProjectView;
import park.pipeline.projections.project.StageLimits;
import park.pipeline.projections.replay.Replay;
import park.pipeline.projections.stage.ConversionQueries;
import park.pipeline.projections.stage.DurationQueries;
import park.pipeline.projections.stage.FlowQueries;
import park.pipeline.projections.stage.ReachedQueries;
import park.pipeline.projections.stage.StageView;
import park.pipeline.projections.stage.StuckQueries;
import park.pipeline.projections.view.View;
import park.pipeline.projections.view.ViewPositions;
import park.pipeline.projections.view.ViewReads;

/** The read side: the views, their positions and the questions they answer. */
@Configuration
class ViewConfiguration {
    /** A dead node's views are free after this long; a live one says more often that it is. */
    static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(5);

    @Bean
    ProjectView projectView(JdbcTemplate jdbc) {
        return new ProjectView(jdbc);
    }

    @Bean
    FunnelView funnelView(JdbcTemplate jdbc) {
        return new FunnelView(jdbc);
    }

    @Bean
    HistoryView historyView(JdbcTemplate jdbc) {
        return new HistoryView(jdbc);
    }

    @Bean
    StageView stageView(JdbcTemplate jdbc) {
        return new StageView(jdbc);
    }

    @Bean
    @DependsOnDatabaseInitialization
    ViewPositions viewPositions(JdbcTemplate jdbc, LogReader reader, List<View> views) {
        return new ViewPositions(jdbc, reader, views.stream().map(View::name).toList());
    }

    @Bean
    ViewReads viewReads(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, ViewPositions positions, LogDialect dialect) {
        return new ViewReads(jdbc, transactions, positions, dialect);
    }

    @Bean
    ProjectQueries projectQueries(JdbcTemplate jdbc, ViewReads reads, Supplier<StageLimits> limits) {
        return new ProjectQueries(jdbc, reads, limits);
    }

    @Bean
    ProjectTeams projectTeams(JdbcTemplate jdbc, ViewReads reads) {
        return new ProjectTeams(jdbc, reads);
    }

    @Bean
    ProjectTable projectTable(JdbcTemplate jdbc, ViewReads reads, Supplier<StageLimits> limits) {
        return new ProjectTable(jdbc, reads, limits);
    }

    @Bean
    BoardQueries boardQueries(JdbcTemplate jdbc, ViewReads reads, Supplier<StageLimits> limits) {
        return new BoardQueries(jdbc, reads, limits);
    }

    @Bean
    ProjectAsOf projectAsOf(LogReader reader) {
        return new ProjectAsOf(reader);
    }

    @Bean
    ContactQueries contactQueries(LogReader reader, PersonKeys keys) {
        return new ContactQueries(reader, keys);
    }

    @Bean
    Replay replay(LogReader reader) {
        return new Replay(reader);
    }

    @Bean
    KeptLedger keptLedger(JdbcTemplate jdbc, ViewReads reads) {
        return new KeptLedger(jdbc, reads);
    }

    @Bean
    FunnelQueries funnelQueries(KeptLedger ledger) {
        return new FunnelQueries(ledger);
    }

    @Bean
    ReconcileQueries reconcileQueries(JdbcTemplate jdbc, ViewReads reads, LogReader reader) {
        return new ReconcileQueries(jdbc, reads, reader);
    }

    @Bean
    TrendQueries trendQueries(KeptLedger ledger) {
        return new TrendQueries(ledger);
    }

    @Bean
    FlowQueries flowQueries(JdbcTemplate jdbc, ViewReads reads) {
        return new FlowQueries(jdbc, reads);
    }

    @Bean
    ReachedQueries reachedQueries(JdbcTemplate jdbc, ViewReads reads) {
        return new ReachedQueries(jdbc, reads);
    }

    @Bean
    ConversionQueries conversionQueries(JdbcTemplate jdbc, ViewReads reads) {
        return new ConversionQueries(jdbc, reads);
    }

    @Bean
    DurationQueries durationQueries(JdbcTemplate jdbc, ViewReads reads) {
        return new DurationQueries(jdbc, reads);
    }

    @Bean
    StuckQueries stuckQueries(JdbcTemplate jdbc, ViewReads reads, LogReader reader) {
        return new StuckQueries(jdbc, reads, reader);
    }

    @Bean
    HistoryQueries historyQueries(JdbcTemplate jdbc, ViewReads reads, EventCodec codec) {
        return new HistoryQueries(jdbc, reads, codec);
    }

    @Bean
    LatestEvents latestEvents(JdbcTemplate jdbc, ViewReads reads, LogReader reader) {
        return new LatestEvents(jdbc, reads, reader);
    }

    @Bean
    ProjectNews projectNews(LatestEvents latest, ViewReads reads, PipelineSettings settings) {
        return new ProjectNews(latest, reads, settings.zone());
    }

    @Bean
    HappenedDays happenedDays(JdbcTemplate jdbc, ViewReads reads) {
        return new HappenedDays(jdbc, reads);
    }

    @Bean
    RecordedDays recordedDays(JdbcTemplate jdbc, LogReader reader) {
        return new RecordedDays(jdbc, reader);
    }

    /** As Axon's own, but with our names of columns and a node id: its default is pid@host, which containers share. */
    @Bean
    @DependsOnDatabaseInitialization
    TokenStore tokenStore(ConnectionProvider connections, Serializer serializer, NodeId node) {
        TokenSchema schema = TokenSchema.builder()
                .setTokenTable("token_entry")
                .setProcessorNameColumn("processor_name")
                .setSegmentColumn("segment")
                .setTokenColumn("token")
                .setTokenTypeColumn("token_type")
                .setTimestampColumn("timestamp")
                .setOwnerColumn("owner")
                .build();
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .schema(schema)
                .claimTimeout(CLAIM_TIMEOUT)
                .nodeId(node.value())
                .build();
    }
}
