package park.pipeline.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import park.pipeline.api.Api;
import park.pipeline.api.Api.Answer;

/** Commands over HTTP, each with its idempotency key. */
final class HttpCommands {
    private HttpCommands() {}

    /** Registers a lead and takes it to a contract, one command at a time, and then the next one. */
    static Runnable client(int port) {
        Api api = Api.at(port);
        List<String> steps = new ArrayList<>();
        return () -> {
            Api keyed = api.with("Idempotency-Key", UUID.randomUUID().toString());
            if (steps.isEmpty()) {
                Answer lead = keyed.command("/api/projects", """
                        {'name':'%s','enterprise':{'name':'企业 %s'},'industry':'LITHIUM','occurredOn':'2023-01-05',
                        'investmentCny':1200000000,'team':'招商一组','note':'电话来访'}
                        """.formatted(UUID.randomUUID(), UUID.randomUUID()));
                assertThat(lead.status()).as(lead.toString()).isEqualTo(201);
                for (String step : List.of("sign-contract", "sign-intent", "open-negotiation")) {
                    steps.add(lead.header("Location") + "/" + step);
                }
            } else {
                Answer done = keyed.command(steps.removeLast(), "{'occurredOn':'2023-02-01'}");
                assertThat(done.status()).as(done.toString()).isEqualTo(200);
            }
        };
    }
}
