package park.pipeline.api.security;

import java.security.Principal;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import park.pipeline.api.http.Page;
import park.pipeline.api.http.Query;

/** The users of the service, for administrators. */
@RestController
@RequestMapping(UsersController.PATH)
class UsersController {
    static final String PATH = "/api/admin/users";

    private static final Logger LOG = LoggerFactory.getLogger(UsersController.class);

    private final UserRegister register;
    private final Users users;

    UsersController(UserRegister register, Users users) {
        this.register = register;
        this.users = users;
    }

    @GetMapping
    Page<UserItem> all(Query query) {
        query.knows("limit", "cursor");
        int limit = query.limit();
        List<Users.Listed> found = users.after(query.after(), limit + 1);
        List<Users.Listed> page = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(
                page.stream().map(l -> UserItem.of(l.user())).toList(),
                found.size() > limit ? query.cursor(page.getLast().number()) : null);
    }

    @GetMapping("/{name}")
    UserItem one(@PathVariable String name, Query query) {
        query.knows();
        return UserItem.of(register.one(name));
    }

    @PostMapping
    ResponseEntity<UserItem> add(@RequestBody NewUser asked, Query query, Principal actor) {
        query.knows();
        User user = register.add(asked);
        LOG.info("{} added user {}", actor.getName(), user);
        return ResponseEntity.created(UriComponentsBuilder.fromPath(PATH)
                        .pathSegment(user.name())
                        .build()
                        .encode()
                        .toUri())
                .body(UserItem.of(user));
    }

    @PatchMapping("/{name}")
    UserItem change(@PathVariable String name, @RequestBody UserChange asked, Query query, Principal actor) {
        query.knows();
        User user = register.change(name, asked);
        LOG.info(
                "{} changed user {}{}", actor.getName(), user, asked.password() == null ? "" : ", with a new password");
        return UserItem.of(user);
    }
}
