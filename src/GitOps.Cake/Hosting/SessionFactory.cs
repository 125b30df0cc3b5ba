using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Frosting;
using GitOps.Cake.Options;
using GitOps.Cake.Tooling;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace GitOps.Cake.Hosting;

/// <summary>Makes the session of a run from what Frosting has, and hangs the check of the options into the run's start.</summary>
internal static class SessionFactory
{
    // Where the user stood; --working changes the process's folder before any task runs.
    private static readonly string CallerDirectory = Environment.CurrentDirectory;

    public static GitOpsSession Create(IServiceProvider services)
    {
        var arguments = services.GetRequiredService<ICakeArguments>();
        var log = new CakeRunLog(services.GetRequiredService<ICakeLog>());
        var session = new GitOpsSession(
            arguments, log, services.GetService<RunSurroundings>() ?? new() { Runner = services.GetService<IToolRunner>() }, CallerDirectory);

        // Before the first line is printed; the check gives it back where no task of the run prints a result.
        if (Enum.TryParse<OutputForm>(arguments.GetArgument(CommandOptions.Output.Name), ignoreCase: true, out _))
            session.Output.Claim(services.GetService<IAnsiConsole>());

        AppDomain.CurrentDomain.ProcessExit += (_, _) => session.Dispose();

        // A setup keyed by a type of our own stands beside the build's lifetime; an event's handler could not stop the run.
        var engine = services.GetRequiredService<ICakeEngine>();
        engine.RegisterSetupAction(run =>
        {
            var tasks = services.GetServices<IFrostingTask>().ToList();
            session.RefuseUnsafeCheckout(() => services.GetRequiredService<IFrostingContext>());
            TaskStatuses.Watch(engine, session, () => services.GetRequiredService<IFrostingContext>(), tasks);
            var start = RunStart.Check(run, tasks, session);
            UnreachedReports.Watch(engine, run, session, () => services.GetRequiredService<IFrostingContext>(), tasks);
            return start;
        });
        return session;
    }
}
