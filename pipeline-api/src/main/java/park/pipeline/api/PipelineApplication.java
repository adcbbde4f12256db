package park.pipeline.api;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import park.pipeline.api.bundle.VerifyCommand;
import park.pipeline.api.transfer.TransferCommand;

/** The pipeline service; beside it the check of a bundle that it wrote, and the move of a store to another database. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PipelineApplication {
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(VerifyCommand.NAME)) {
            System.exit(
                    new VerifyCommand(System.out, Locale.getDefault()).run(Arrays.copyOfRange(args, 1, args.length)));
        }
        if (TransferCommand.isMeant(args)) {
            System.exit(new TransferCommand(System.out, Locale.getDefault()).run(args));
        }
        SpringApplication.run(PipelineApplication.class, args);
    }
}
