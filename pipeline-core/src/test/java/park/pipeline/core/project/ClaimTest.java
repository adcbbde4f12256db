package park.pipeline.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static park.pipeline.core.project.SampleEvents.PROFILE;
import static park.pipeline.core.project.SampleEvents.registered;
import static park.pipeline.core.project.SampleEvents.withdrawn;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import park.pipeline.core.project.Claim.Kind;

class ClaimTest {
    private static final String CODE = "91350100M000100Y43";
    private static final Profile FULL = new Profile(
            "碳纤维项目",
            new Enterprise("某公司", CODE),
            "CARBON_FIBER",
            ProjectKind.NEW_BUILD,
            null,
            null,
            null,
            null,
            "GH-1");

    @Test
    void a_project_holds_its_reference_its_name_of_enterprise_and_its_name_of_credit_code() {
        assertThat(of(FULL)).extracting(Claim::kind).containsExactlyInAnyOrder(Kind.values());
        assertThat(of(PROFILE)).extracting(Claim::kind).containsExactly(Kind.NAME_OF_ENTERPRISE);
    }

    @Test
    void nothing_is_held_before_the_registration() {
        assertThat(Claim.of(Timeline.EMPTY)).isEmpty();
    }

    @Test
    void a_reference_is_held_as_it_is_written() {
        assertThat(of(FULL)).contains(new Claim(Kind.REFERENCE, "GH-1"));
        assertThat(of(named("碳纤维项目", "某公司", null, "gh-1"))).contains(new Claim(Kind.REFERENCE, "gh-1"));
    }

    @Test
    void a_withdrawn_project_holds_its_reference_only() {
        Timeline timeline = Story.of(registered("2023-01-05", FULL, null, null, null), withdrawn("2023-02-01"))
                .timeline();
        assertThat(Claim.of(timeline)).containsExactly(new Claim(Kind.REFERENCE, "GH-1"));
    }

    @Test
    void names_that_are_alike_are_the_same_claim() {
        assertThat(of(named("碳纤维 项目（ＡＢ）", "ACME (China) Co., Ltd.", null, null)))
                .isEqualTo(of(named("碳纤维项目ab", "acme china co ltd", null, null)));
    }

    @Test
    void other_names_are_other_claims() {
        assertThat(of(named("甲", "乙", null, null))).isNotEqualTo(of(named("乙", "甲", null, null)));
        assertThat(of(named("甲", "乙丙", null, null))).isNotEqualTo(of(named("甲乙", "丙", null, null)));
    }

    @Test
    void the_same_credit_code_and_name_collide_whatever_the_enterprise_is_called() {
        assertThat(of(named("项目", "某公司", CODE, null)))
                .anyMatch(c -> of(named("项目", "某某公司", CODE, null)).contains(c));
        assertThat(of(named("项目", "某公司", CODE, null)))
                .noneMatch(c -> of(named("另一项目", "某某公司", CODE, null)).contains(c));
    }

    @Test
    void a_taken_claim_is_refused_by_the_code_of_the_contract() {
        assertThat(Kind.REFERENCE.refusal()).isEqualTo("duplicate-reference");
        assertThat(Kind.NAME_OF_ENTERPRISE.refusal()).isEqualTo("duplicate-lead");
        assertThat(Kind.NAME_OF_CREDIT_CODE.refusal()).isEqualTo("duplicate-lead");
    }

    private static Set<Claim> of(Profile profile) {
        return Claim.of(
                Story.of(registered("2023-01-05", profile, null, null, null)).timeline());
    }

    private static Profile named(String name, String enterprise, @Nullable String code, @Nullable String reference) {
        return new Profile(
                name,
                new Enterprise(enterprise, code),
                "OTHER",
                ProjectKind.NEW_BUILD,
                null,
                null,
                null,
                null,
                reference);
    }
}
