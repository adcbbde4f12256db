package park.pipeline.api.pages.commands;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import park.pipeline.api.Api;
import park.pipeline.api.Leads;
import park.pipeline.api.pages.BrowserTest;
import park.pipeline.api.pages.Visitor;
import park.pipeline.api.pages.Visitors;

/** The sheet of every command, opened for a project that is ready for it. */
@BrowserTest
class EverySheetIT {
    private record Step(CommandName command, String body) {}

    private static final Step[] LIFE = {
        new Step(CommandName.OPEN_NEGOTIATION, "{'occurredOn':'2023-01-06'}"),
        new Step(CommandName.SIGN_INTENT, "{'occurredOn':'2023-01-07'}"),
        new Step(CommandName.SIGN_CONTRACT, "{'occurredOn':'2023-01-08'}"),
        new Step(CommandName.BEGIN_PERMITTING, "{'occurredOn':'2023-01-09','requiredPermits':['EIA','LAND']}"),
        new Step(CommandName.GRANT_PERMIT, "{'occurredOn':'2023-01-10','permit':'EIA'}"),
        new Step(CommandName.WAIVE_PERMIT, "{'occurredOn':'2023-01-10','permit':'LAND','reason':'r'}"),
        new Step(CommandName.START_CONSTRUCTION, "{'occurredOn':'2023-01-11'}"),
        new Step(CommandName.REPORT_PROGRESS, "{'occurredOn':'2023-01-12','percent':40,'paidInCny':50000000}"),
        new Step(CommandName.COMMENCE_PRODUCTION, "{'occurredOn':'2023-01-13'}"),
        new Step(CommandName.REACH_FULL_CAPACITY, "{'occurredOn':'2023-01-14'}"),
    };

    /** Together they have every type of field. */
    private static final Set<CommandName> OF_EVERY_SORT = EnumSet.of(
            CommandName.SIGN_CONTRACT,
            CommandName.BEGIN_PERMITTING,
            CommandName.REPORT_PROGRESS,
            CommandName.LOG_CONTACT,
            CommandName.AMEND);

    @LocalServerPort
    int port;

    @Test
    void they_have_words_for_everything_and_no_barriers_and_fit_a_telephone(Visitors visitors) {
        Leads leads = new Leads(Api.at(port));
        Map<CommandName, String> ready = new EnumMap<>(CommandName.class);
        for (CommandName command : CommandName.values()) {
            ready.put(command, readyFor(command, leads));
        }
        Visitor zh = visitors.zh("promoter");
        Visitor en = visitors.en("promoter");
        Visitor phone = visitors.phone("promoter");
        String address = ready.get(CommandName.AMEND).replace("/api", "");
        zh.open(address);
        en.open(address);
        phone.open(address);
        ready.forEach((command, project) -> {
            assertThat(open(zh.page(), command, project)).containsPattern("\\p{IsHan}");
            if (OF_EVERY_SORT.contains(command)) {
                zh.findsNoBarrier();
            }
            assertThat(open(en.page(), command, project)).doesNotContainPattern("\\p{IsHan}{3}");
            open(phone.page(), command, project);
            phone.scrollsNotSideways();
            assertThat(
                            phone.page()
                                    .evaluate(
                                            "document.getElementById('dialog').scrollWidth - document.getElementById('dialog').clientWidth"))
                    .as(command.path())
                    .isEqualTo(0);
        });
        open(zh.page(), CommandName.SIGN_CONTRACT, ready.get(CommandName.SIGN_CONTRACT));
        assertThat(zh.page().locator("#f-occurredOn")).isFocused();
        zh.pictures("sheet");
        zh.readsItInTheDark();
    }

    private static String readyFor(CommandName command, Leads leads) {
        String project = leads.register("2023-01-05", 150_000_000L);
        boolean inLife = false;
        for (Step step : LIFE) {
            inLife |= step.command() == command;
        }
        if (command == CommandName.REOPEN) {
            leads.does(project, "withdraw", "{'occurredOn':'2023-01-06','reasonCode':'LAND'}");
            return project;
        }
        // what is no part of a project's life is asked of one in the middle of it, which has something to put right
        CommandName until = inLife ? command : CommandName.WAIVE_PERMIT;
        for (Step step : LIFE) {
            if (step.command() == until) {
                break;
            }
            leads.does(project, step.command().path(), step.body());
        }
        return project;
    }

    private static String open(Page page, CommandName command, String project) {
        Object opened = page.evaluate("url => pipeline.openDialog(url)", sheet(command, project));
        assertThat(opened).as(command.path()).isEqualTo(true);
        page.locator("#dialog details").evaluateAll("all => all.forEach(d => d.open = true)");
        assertThat(page.locator("#dialog [type=submit]")).isVisible();
        String text = page.locator("#dialog").innerText();
        assertThat(text).as("messages that were not found").doesNotContain("??");
        return text;
    }

    private static String sheet(CommandName command, String project) {
        return project.replace("/api", "") + "/commands/" + command.path();
    }
}
