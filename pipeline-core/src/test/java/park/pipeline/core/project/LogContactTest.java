package park.pipeline.core.project;

import static park.pipeline.core.project.ProjectScenario.given;
import static park.pipeline.core.project.SampleCommands.PROJECT;
import static park.pipeline.core.project.SampleCommands.logContact;
import static park.pipeline.core.project.SampleEvents.contactLogged;
import static park.pipeline.core.project.SampleEvents.pathTo;
import static park.pipeline.core.project.SampleEvents.registered;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import park.pipeline.core.project.ProjectCommand.LogContact;
import park.pipeline.core.project.ProjectEvent.ContactLogged;

class LogContactTest {
    @ParameterizedTest
    @EnumSource
    void a_contact_is_logged_in_every_stage(Stage stage) {
        given(pathTo(stage))
                .when(logContact("2023-09-15"))
                .thenEvents(contactLogged("2023-09-15"))
                .thenStage(stage);
    }

    @ParameterizedTest
    @EnumSource
    void a_contact_keeps_its_channel_summary_and_place(ContactChannel channel) {
        LocalDate day = LocalDate.parse("2023-02-28");
        Remarks remarks = new Remarks("follow up", Precision.MONTH, false);
        given(registered("2023-01-05"))
                .when(new LogContact(PROJECT, day, channel, "toured the site", "连云港", remarks))
                .thenEvents(new ContactLogged(day, channel, "toured the site", "连云港", remarks));
    }

    @Test
    void a_contact_is_not_logged_before_the_registration() {
        given(registered("2023-01-05")).when(logContact("2023-01-04")).thenRefused("out-of-order-date");
        given(registered("2023-01-05")).when(logContact("2023-01-05")).thenEvents(contactLogged("2023-01-05"));
    }

    @Test
    void contacts_need_no_order_among_themselves() {
        given(registered("2023-01-05"), contactLogged("2023-06-01"))
                .when(logContact("2023-02-01"))
                .thenEvents(contactLogged("2023-02-01"));
    }
}
