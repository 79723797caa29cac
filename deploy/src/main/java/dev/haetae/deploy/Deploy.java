package dev.haetae.deploy;

import software.amazon.awscdk.App;

/** Writes the templates of an installation to cdk.out, where {@code cdk deploy} finds them. */
public final class Deploy {

    private Deploy() {}

    /** Reads the context, which {@code cdk} passes on from cdk.json and its command line. */
    public static void main(String[] arguments) {
        App app = new App();
        Installation.in(app, Settings.of(app.getNode()));
        app.synth();
    }
}
