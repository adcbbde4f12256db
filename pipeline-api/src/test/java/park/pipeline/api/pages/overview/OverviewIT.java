package park.pipeline.api.pages.overview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import park.pipeline.api.pages.DemoBrowserTest;
import park.pipeline.api.pages.Visitor;
import park.pipeline.api.pages.Visitors;

@DemoBrowserTest
class OverviewIT {
    @Test
    void a_leader_sees_the_funnel_in_both_languages(Visitors visitors) {
        Visitor zh = visitors.zh("leader");
        assertThat(zh.open("/").locator("h1")).hasText("总览");
        assertThat(zh.page().locator("#funnel svg")).containsText("在建");
        zh.findsNoBarrier().pictures("overview");

        Visitor en = visitors.en("leader");
        assertThat(en.open("/").locator("h1")).hasText("Overview");
        assertThat(en.page().locator("#funnel svg")).containsText("Construction");
        en.findsNoBarrier().pictures("overview");
    }

    @Test
    void it_fits_a_telephone(Visitors visitors) {
        Visitor phone = visitors.phone("leader");
        phone.open("/");
        assertThat(phone.page().locator("#funnel svg")).containsText("在建");
        phone.scrollsNotSideways().findsNoBarrier();
    }
}
