package park.pipeline.api;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import park.pipeline.api.bundle.VerifyCommand;

/** The pipeline service; and, offline, the check of a bundle that it wrote. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PipelineApplication {
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(VerifyCommand.NAME)) {
            System.exit(
                    new VerifyCommand(System.out, Locale.getDefault()).run(Arrays.copyOfRange(args, 1, args.length)));
        }
        SpringApplication.run(PipelineApplication.class, args);
    }
}
