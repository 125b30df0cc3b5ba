using System.ComponentModel;
using Cake.Cli;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Spectre.Console.Cli;

namespace Cake.Frosting.Commands;

/// <summary>The options that belong to Frosting; all others are the program's arguments.</summary>
internal sealed class RunSettings : CommandSettings
{
    [CommandOption("-t|--target|--Target <TARGET>")]
    [DefaultValue(new[] { "Default" })]
    [Description("The task to run, with what it depends on; can be given several times.")]
    public string[] Targets { get; init; } = [];

    [CommandOption("-w|--working <PATH>")]
    [TypeConverter(typeof(Cli.DirectoryPathConverter))]
    [Description("The working directory.")]
    public DirectoryPath? WorkingDirectory { get; init; }

    [CommandOption("-v|--verbosity <VERBOSITY>")]
    [TypeConverter(typeof(VerbosityConverter))]
    [Description("How much is logged: quiet, minimal, normal (the default), verbose or diagnostic.")]
    public Verbosity? Verbosity { get; init; }

    [CommandOption("--description|--descriptions|--showdescription|--showdescriptions")]
    [Description("Lists the tasks with their descriptions.")]
    public bool Description { get; init; }

    [CommandOption("--tree|--showtree")]
    [Description("Shows the tasks with what they depend on.")]
    public bool Tree { get; init; }

    [CommandOption("--dryrun|--noop|--whatif")]
    [Description("Shows which tasks would run; setup and teardown do run.")]
    public bool DryRun { get; init; }

    [CommandOption("-e|--exclusive")]
    [Description("Runs the target without what it depends on.")]
    public bool Exclusive { get; init; }

    [CommandOption("--version|--ver")]
    [Description("Shows the version.")]
    public bool Version { get; init; }

    [CommandOption("--info")]
    [Description("Shows the version and more about Cake.")]
    public bool Info { get; init; }

    [CommandOption("--no-report")]
    [Description("Leaves out the table of tasks and durations at the end.")]
    public bool NoReport { get; init; }
}
