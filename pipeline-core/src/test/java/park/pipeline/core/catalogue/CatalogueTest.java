package park.pipeline.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import park.pipeline.core.project.ChainEffect;
import park.pipeline.core.project.ContactChannel;
import park.pipeline.core.project.Permit;
import park.pipeline.core.project.Precision;
import park.pipeline.core.project.ProjectKind;
import park.pipeline.core.project.Stage;
import park.pipeline.core.project.WithdrawalReason;

class CatalogueTest {
    private static final Catalogue CATALOGUE = Catalogue.withIndustries(null);

    static List<Arguments> frozen() {
        return List.of(
                Arguments.of(CATALOGUE.stages(), Stage.values()),
                Arguments.of(CATALOGUE.permits(), Permit.values()),
                Arguments.of(CATALOGUE.reasons(), WithdrawalReason.values()),
                Arguments.of(CATALOGUE.kinds(), ProjectKind.values()),
                Arguments.of(CATALOGUE.chainEffects(), ChainEffect.values()),
                Arguments.of(CATALOGUE.channels(), ContactChannel.values()),
                Arguments.of(CATALOGUE.precisions(), Precision.values()));
    }

    static List<Terms> all() {
        return Stream.concat(
                        Stream.of(CATALOGUE.industries(), CATALOGUE.origins()),
                        frozen().stream().map(a -> (Terms) a.get()[0]))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("frozen")
    void every_constant_has_a_term_and_every_term_a_constant_in_the_same_order(Terms terms, Enum<?>[] constants) {
        assertThat(terms.all())
                .extracting(Term::code)
                .containsExactly(Arrays.stream(constants).map(Enum::name).toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_term_has_a_word_in_both_languages_and_no_word_means_two(Terms terms) {
        assertThat(terms.all()).allSatisfy(t -> {
            assertThat(t.code()).isNotBlank();
            assertThat(t.zh()).isNotBlank();
            assertThat(t.en()).isNotBlank();
        });
        assertThat(terms.all()).extracting(Term::code).doesNotHaveDuplicates();
        assertThat(terms.all()).allSatisfy(t -> {
            assertThat(terms.codeOf(t.code())).isEqualTo(t.code());
            assertThat(terms.codeOf(t.zh())).isEqualTo(t.code());
            assertThat(terms.codeOf(t.en())).isEqualTo(t.code());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"32", "11", "65", "71", "81", "82", "GB", "DE", "US", "JP", "SG"})
    void provinces_and_countries_are_known(String origin) {
        assertThat(CATALOGUE.origins().has(origin)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CN", "HK", "MO", "TW", "UK", "XX", "00", "83", "320700", "gb", ""})
    void a_place_has_one_code_and_other_codes_are_unknown(String origin) {
        assertThat(CATALOGUE.origins().has(origin)).isFalse();
    }

    @Test
    void there_are_34_provinces_before_all_countries() {
        assertThat(CATALOGUE.origins().all().subList(0, 34))
                .extracting(Term::code)
                .allMatch(code -> code.matches("\\d\\d"))
                .isSorted();
        assertThat(CATALOGUE
                        .origins()
                        .all()
                        .subList(34, CATALOGUE.origins().all().size()))
                .extracting(Term::code)
                .hasSize(245)
                .allMatch(code -> code.matches("[A-Z]{2}"))
                .isSorted();
    }

    @Test
    void the_words_of_the_contract_are_found() {
        assertThat(CATALOGUE.industries().codeOf("碳纤维")).isEqualTo("CARBON_FIBER");
        assertThat(CATALOGUE.origins().codeOf("江苏省")).isEqualTo("32");
        assertThat(CATALOGUE.permits().codeOf("施工许可")).isEqualTo("BUILDING");
        assertThat(CATALOGUE.stages().codeOf("意向签约")).isEqualTo("INTENT");
        assertThat(CATALOGUE.industries().codeOf("carbon fibre")).isEqualTo("CARBON_FIBER");
        assertThat(CATALOGUE.industries().codeOf("steel")).isNull();
    }

    @Test
    void the_default_industries_are_those_of_the_contract() {
        assertThat(CATALOGUE.industries().all())
                .extracting(Term::code)
                .containsExactly(
                        "CARBON_FIBER",
                        "LITHIUM",
                        "PHOTOVOLTAIC",
                        "NONFERROUS",
                        "SPECIALTY_CHEMICALS",
                        "RECYCLING",
                        "OTHER");
    }

    @Test
    void a_park_may_choose_its_own_industries() {
        Catalogue own = Catalogue.withIndustries(List.of(new Term("TEA", "茶叶", "Tea")));
        assertThat(own.industries().all()).extracting(Term::code).containsExactly("TEA");
        assertThat(own.stages()).isEqualTo(CATALOGUE.stages());
    }

    @Test
    void a_word_comes_in_the_language_of_the_reader_and_else_in_chinese() {
        Term term = CATALOGUE.stages().withCode("INTENT");
        assertThat(term.in(Locale.ENGLISH)).isEqualTo("Intent signed");
        assertThat(term.in(Locale.UK)).isEqualTo("Intent signed");
        assertThat(term.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("意向签约");
        assertThat(term.in(Locale.GERMAN)).isEqualTo("意向签约");
    }
}
