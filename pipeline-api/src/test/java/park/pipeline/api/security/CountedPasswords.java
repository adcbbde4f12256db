package park.pipeline.api.security;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Counts how often a password is compared, which is what costs. */
@TestConfiguration(proxyBeanMethods = false)
class CountedPasswords implements BeanPostProcessor {
    private final AtomicInteger comparisons = new AtomicInteger();

    int comparisons() {
        return comparisons.get();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof PasswordEncoder passwords ? new Counting(passwords) : bean;
    }

    private final class Counting implements PasswordEncoder {
        private final PasswordEncoder passwords;

        Counting(PasswordEncoder passwords) {
            this.passwords = passwords;
        }

        @Override
        public String encode(CharSequence password) {
            return passwords.encode(password);
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            comparisons.incrementAndGet();
            return passwords.matches(password, hash);
        }
    }
}
