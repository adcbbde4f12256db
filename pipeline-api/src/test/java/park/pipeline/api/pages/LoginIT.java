package park.pipeline.api.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import park.pipeline.api.Api;

@BrowserTest
class LoginIT {
    @Test
    void who_wants_a_page_signs_in_and_comes_to_it_in_the_language_that_he_chose(Visitors visitors) {
        Visitor visitor = visitors.stranger();
        Page page = visitor.open("/board?industry=LITHIUM");
        assertThat(page.locator("label[for=username]")).hasText("用户名");
        page.locator("a[hreflang=en]").click();
        assertThat(page.locator("label[for=username]")).hasText("User name");
        visitor.findsNoBarrier().pictures("login");
        page.locator("#username").fill("leader");
        page.locator("#password").fill("wrong");
        page.locator("button[type=submit]").click();
        assertThat(page.locator("[role=alert]")).hasText("Wrong user name or password.");
        assertThat(page.locator("#username")).hasValue("leader");
        page.locator("#password").fill(Api.PASSWORD);
        page.locator("button[type=submit]").click();
        assertThat(page.locator("h1")).hasText("Board");
        assertThat(page.locator(".chip")).hasText("Lithium materials");
        page.locator("form[action='/logout'] button").click();
        assertThat(page.locator("[role=status]")).hasText("You are signed out.");
    }

    @Test
    void who_must_wait_sees_the_seconds_go_by(Visitors visitors) {
        Page page = visitors.stranger().open("/login?wait=2");
        assertThat(page.locator("button[type=submit]")).isDisabled();
        assertThat(page.locator("#wait")).containsText("1 秒");
        assertThat(page.locator("#wait")).hasCount(0);
        assertThat(page.locator("button[type=submit]")).isEnabled();
    }

    @Test
    void who_guesses_must_wait_and_then_may_try_again_on_the_smallest_telephone(Visitors visitors) {
        Visitor visitor = visitors.strangersPhone();
        Page page = visitor.open("/login");
        visitor.scrollsNotSideways().findsNoBarrier().readsItInTheDark();
        // ten are free; each further one costs a longer wait, so that even a slow browser comes to feel one
        for (int i = 0; i < 20 && !page.url().contains("wait"); i++) {
            page.navigate("/login");
            page.locator("#username").fill("nobody");
            page.locator("#password").fill("guess " + i);
            page.locator("button[type=submit]").click();
            page.waitForURL(url -> url.contains("error") || url.contains("wait"));
        }
        assertThat(page.locator("#wait")).isVisible();
        assertThat(page.locator("button[type=submit]")).isDisabled();
        assertThat(page.locator("button[type=submit]")).isEnabled();
        assertThat(page.locator("#wait")).hasCount(0);
    }

    @Test
    void an_address_that_is_none_and_one_that_is_not_for_him_are_told_on_a_page(Visitors visitors) {
        Visitor visitor = visitors.stranger()
                .signIn("leader")
                .expects("404")
                .expects("403")
                .expects("400");
        Page page = visitor.open("/projects/00000000-0000-0000-0000-000000000000");
        assertThat(page.locator("h1")).hasText("未找到");
        visitor.findsNoBarrier();
        page.navigate("/admin");
        assertThat(page.locator("h1")).hasText("无权操作");
        assertThat(page.locator(".menu nav")).containsText("看板");
        assertThat(page.locator("main")).containsText("您以 leader 登录");
        page.navigate("/?asOf=2026-02-30");
        assertThat(page.locator("[role=alert]")).containsText("asOf");
        for (String nonsense :
                new String[] {"/board?cards=x", "/overview/movement?step=DECADE", "/board?industry=NONE"}) {
            page.navigate(nonsense);
            assertThat(page.locator(".subheader")).hasText("400");
        }
        page.locator("main a.btn").click();
        page.waitForURL(url -> url.endsWith("/"));
        visitor.open("/nothing").locator("[data-language]").click();
        assertThat(page.locator("h1")).hasText("Not found");
        page.locator("form[action='/logout'] button").click();
        assertThat(page.locator("[role=status]")).hasText("You are signed out.");
    }
}
