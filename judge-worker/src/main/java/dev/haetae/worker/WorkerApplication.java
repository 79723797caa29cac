package dev.haetae.worker;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The judge worker as a program. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class WorkerApplication {

    /** Starts the worker; SIGTERM drains and ends it. */
    public static void main(String[] arguments) {
        SpringApplication.run(WorkerApplication.class, arguments);
    }
}
