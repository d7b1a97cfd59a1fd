package io.serai.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "hub",
        description = "Serai: a customer-data hub on Apache Camel.",
        versionProvider = HubCommand.Version.class,
        subcommands = {
            DemoCommand.class,
            InitCommand.class,
            RunCommand.class,
            CheckCommand.class,
            DoctorCommand.class,
            SyncCommand.class,
            PlanCommand.class,
            ApplyCommand.class,
            RunsCommand.class,
            RetryCommand.class,
            ResolveCommand.class,
            IdentityCommand.class,
            ReviewCommand.class,
            ProfileCommand.class,
            SegmentCommand.class,
            RouteCommand.class,
            ConnectionCommand.class,
            MappingCommand.class,
            ConnectorCommand.class,
            PluginCommand.class,
            SchemaCommand.class,
            BackupCommand.class,
            EvaluateCommand.class,
            HelpCommand.class,
            CompletionCommand.class
        })
final class HubCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Serai 0.1.0 on Java " + Runtime.version().feature()};
        }
    }
}
