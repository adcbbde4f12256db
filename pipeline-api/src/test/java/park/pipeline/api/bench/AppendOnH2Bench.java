package park.pipeline.api.bench;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class AppendOnH2Bench extends AppendRounds {
    @DynamicPropertySource
    static void fileDatabase(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", FileDatabase::newUrl);
    }

    @Override
    RawAppend baseline() throws Exception {
        return new RawAppend();
    }

    @Override
    String database() {
        return "H2 file";
    }
}
