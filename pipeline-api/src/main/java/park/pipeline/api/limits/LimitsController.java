package park.pipeline.api.limits;

import java.security.Principal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import park.pipeline.api.http.Query;
import park.pipeline.core.input.FieldChecks;
import park.pipeline.core.project.Stage;

/** The limits of the stages: seen by all, set by administrators. */
@RestController
class LimitsController {
    record LimitBody(@Nullable String stage, @Nullable Long days) {}

    record LimitsBody(@Nullable List<@Nullable LimitBody> stages) {}

    record LimitsAnswer(List<Limits.Limit> stages) {}

    /** A hundred years. */
    private static final long MOST_DAYS = 36_500;

    private final Limits limits;

    LimitsController(Limits limits) {
        this.limits = limits;
    }

    @GetMapping("/api/limits")
    LimitsAnswer all(Query query) {
        query.knows().done();
        return new LimitsAnswer(limits.all());
    }

    @PutMapping("/api/admin/limits")
    LimitsAnswer set(@RequestBody LimitsBody body, Query query, Principal actor) {
        query.knows().done();
        FieldChecks checks = new FieldChecks();
        Map<Stage, Integer> days = new EnumMap<>(Stage.class);
        List<@Nullable LimitBody> stages = body.stages();
        if (stages == null) {
            checks.required("stages");
            stages = List.of();
        }
        for (int i = 0; i < stages.size(); i++) {
            read(stages.get(i), "stages[" + i + "]", checks, days);
        }
        checks.done();
        limits.set(days, actor.getName());
        return new LimitsAnswer(limits.all());
    }

    private static void read(@Nullable LimitBody body, String field, FieldChecks checks, Map<Stage, Integer> days) {
        if (body == null) {
            checks.required(field);
            return;
        }
        Stage stage = checks.requiredCode(field + ".stage", body.stage(), Stage.class);
        Long given = body.days();
        if (given == null) {
            return; // the setting
        }
        if (given < 1 || given > MOST_DAYS) {
            checks.problem(field + ".days", "out-of-range", Map.of("least", 1, "most", MOST_DAYS));
        } else if (stage != null && !stage.isOpen()) {
            checks.problem(field + ".stage", "unknown-code", Map.of("value", stage.name()));
        } else if (stage != null) {
            days.put(stage, given.intValue());
        }
    }
}
