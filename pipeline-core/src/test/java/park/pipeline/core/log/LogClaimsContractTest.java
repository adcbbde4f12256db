package park.pipeline.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import park.pipeline.core.project.Claim;
import park.pipeline.core.project.ClaimChange;
import park.pipeline.core.project.Refused;

/** What only one project may hold is held from the moment its events are stored, and by one. */
class LogClaimsContractTest extends LogContract {
    private static final Claim REFERENCE = new Claim(Claim.Kind.REFERENCE, "招-2026-001");
    private static final Claim NAME = new Claim(Claim.Kind.NAME_OF_ENTERPRISE, "9c1185a5c5e9fc54");

    private LogClaims claims;

    @BeforeEach
    void readTheClaims() {
        claims = new LogClaims(database.dataSource());
    }

    @ParameterizedTest
    @EnumSource(Claim.Kind.class)
    void of_two_that_take_one_claim_in_one_group_the_first_has_it(Claim.Kind kindOfClaim) {
        Claim claim = new Claim(kindOfClaim, "k");
        Pending first = writer.submit(Appends.taking(A, 1, claim));
        Pending second = writer.submit(Appends.taking(B, 1, claim));
        Pending other = writer.submit(Appends.first(C));

        assertThat(first.await().position()).isEqualTo(1);
        assertRefused(second, kindOfClaim.refusal(), A);
        assertThat(other.await().position()).isEqualTo(2);
        assertThat(positions()).containsExactly(1L, 2L);
        assertHolds(A, claim);
    }

    @Test
    void a_claim_that_another_project_took_before_is_refused_and_the_rest_of_the_group_is_stored() {
        store(Appends.taking(A, 1, REFERENCE));
        Pending refused = writer.submit(Appends.taking(B, 1, REFERENCE));
        Pending other = writer.submit(Appends.first(C));

        assertRefused(refused, "duplicate-reference", A);
        assertThat(other.await().position()).isEqualTo(2);
    }

    @Test
    void a_claim_can_be_taken_behind_its_release_in_the_same_group() {
        store(Appends.taking(A, 1, NAME));
        Pending release = writer.submit(Appends.releasing(A, 2, NAME));
        Pending take = writer.submit(Appends.taking(B, 1, NAME));

        assertThat(release.await().position()).isEqualTo(2);
        assertThat(take.await().position()).isEqualTo(3);
        assertHolds(B, NAME);
    }

    @Test
    void a_claim_cannot_be_taken_ahead_of_its_release_in_the_same_group() {
        store(Appends.taking(A, 1, NAME));
        Pending take = writer.submit(Appends.taking(B, 1, NAME));
        Pending release = writer.submit(Appends.releasing(A, 2, NAME));

        assertRefused(take, "duplicate-lead", A);
        assertThat(release.await().position()).isEqualTo(2);
        assertFree(NAME);
    }

    @Test
    void a_release_that_loses_its_race_sets_nothing_free() {
        store(Appends.taking(A, 1, NAME));
        Pending release = writer.submit(Appends.releasing(A, 1, NAME));
        Pending take = writer.submit(Appends.taking(B, 1, NAME));

        assertThatThrownBy(release::await).isInstanceOf(ConcurrencyException.class);
        assertRefused(take, "duplicate-lead", A);
        assertHolds(A, NAME);
    }

    @Test
    void a_project_that_takes_its_own_claim_twice_at_once_lost_a_race_and_is_no_duplicate() {
        Pending first = writer.submit(Appends.taking(A, 1, REFERENCE));
        Pending again = writer.submit(Appends.taking(A, 1, REFERENCE));

        assertThat(first.await().position()).isEqualTo(1);
        assertThatThrownBy(again::await).isInstanceOf(ConcurrencyException.class);
        assertHolds(A, REFERENCE);
    }

    @Test
    void a_refused_command_leaves_neither_events_nor_its_other_claims() {
        store(Appends.taking(A, 1, NAME));

        assertRefused(writer.submit(Appends.taking(B, 1, REFERENCE, NAME)), "duplicate-lead", A);
        assertThat(reader.streams().of(B, 1, Long.MAX_VALUE)).isEmpty();
        assertFree(REFERENCE);
    }

    @Test
    void nobody_releases_what_another_project_holds() {
        store(Appends.taking(A, 1, NAME));
        store(Appends.releasing(B, 1, NAME));

        assertHolds(A, NAME);
    }

    @Test
    void the_digest_of_an_imported_row_stands_beside_its_reference_alone() {
        ClaimChange both = new ClaimChange(Set.of(REFERENCE, NAME), Set.of());
        List<Append.Line> lines = List.of(Appends.line(UUID.randomUUID(), 1));
        store(new Append(A, Appends.ACTOR, lines, both, "digest", null, null));

        assertThat(claims.holder(REFERENCE)).isEqualTo(new LogClaims.Holder(A, "digest"));
        assertThat(claims.holder(NAME)).isEqualTo(new LogClaims.Holder(A, null));
    }

    @Test
    void of_two_nodes_that_take_one_claim_the_later_is_told_who_has_it() throws Exception {
        Gate gate = new Gate();
        LogWriter early = writerAtWhoseCommit(gate);
        FutureTask<Appended> first =
                meanwhile(() -> early.submit(Appends.taking(A, 1, NAME)).await());
        gate.awaitSomebody();
        Pending second = anotherNode().submit(Appends.taking(B, 1, NAME));
        FutureTask<Refused> refusal = meanwhile(() -> catchThrowableOfType(Refused.class, second::await));
        database.awaitBlocked(refusal::isDone);
        assertFree(NAME);
        gate.open();

        assertThat(first.get().position()).isEqualTo(1);
        assertThat(refusal.get().values()).isEqualTo(Map.of("existingProjectId", A));
    }

    private void assertHolds(UUID projectId, Claim claim) {
        assertThat(claims.holder(claim)).isEqualTo(new LogClaims.Holder(projectId, null));
    }

    private void assertFree(Claim claim) {
        assertThat(claims.holder(claim)).isNull();
    }

    private static void assertRefused(Pending pending, String code, UUID holder) {
        Refused refused = catchThrowableOfType(Refused.class, pending::await);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.values()).isEqualTo(Map.of("existingProjectId", holder));
    }
}
