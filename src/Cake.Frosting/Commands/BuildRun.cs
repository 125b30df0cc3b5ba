using Cake.Cli;
using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Cake.Core.Packaging;
using Cake.Core.Scripting;
using Cake.Frosting.Wiring;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Cake.Frosting.Commands;

/// <summary>One run of the tasks, or of what shows them.</summary>
internal sealed class BuildRun(IServiceProvider services, RunSettings settings)
{
    public Task RunAsync()
    {
        // First, because the configuration is read from there and the context's constructor sees it.
        EnterWorkingDirectory();
        Get<ICakeLog>().Verbosity = Get<ICakeConfiguration>().GetVerbosity(settings.Verbosity);
        WireEngine();
        InstallTools();

        var host = CreateHost();
        if (settings.Exclusive)
        {
            host.Settings.UseExclusiveTarget();
        }

        return host.RunTargetsAsync(settings.Targets);
    }

    private void EnterWorkingDirectory()
    {
        if ((settings.WorkingDirectory ?? services.GetService<WorkingDirectory>()?.Path) is not { } path)
        {
            return;
        }

        var environment = Get<ICakeEnvironment>();
        path = path.MakeAbsolute(environment);
        if (!Get<IFileSystem>().Exist(path))
        {
            throw new FrostingException($"The working directory '{path.FullPath}' does not exist.");
        }

        environment.WorkingDirectory = path;
    }

    private void WireEngine()
    {
        var wiring = new EngineWiring(Get<ICakeEngine>(), Get<IFrostingContext>(), Get<ICakeLog>());
        foreach (var task in services.GetServices<IFrostingTask>())
        {
            wiring.Add(task);
        }

        IfGiven<IFrostingSetup>(wiring.Add);
        IfGiven<IFrostingTeardown>(wiring.Add);
        IfGiven<IFrostingTaskSetup>(wiring.Add);
        IfGiven<IFrostingTaskTeardown>(wiring.Add);
    }

    private void InstallTools()
    {
        foreach (var tool in services.GetServices<PackageReference>())
        {
            Get<IToolInstaller>().Install(tool);
        }
    }

    private ScriptHost CreateHost() => settings switch
    {
        { DryRun: true } => new DryRunScriptHost<IFrostingContext>(Get<ICakeEngine>(), Get<IFrostingContext>(), Get<ICakeLog>()),
        { Tree: true } => new TreeScriptHost(Get<ICakeEngine>(), Get<IFrostingContext>(), Get<IConsole>()),
        { Description: true } => new DescriptionScriptHost(Get<ICakeEngine>(), Get<IFrostingContext>(), Get<IAnsiConsole>()),
        _ => new BuildScriptHost<IFrostingContext>(
            Get<ICakeEngine>(),
            Get<IExecutionStrategy>(),
            Get<IFrostingContext>(),
            Get<ICakeReportPrinter>(),
            Get<ICakeConfiguration>(),
            Get<ICakeLog>()),
    };

    private void IfGiven<T>(Action<T> use)
        where T : class
    {
        if (services.GetService<T>() is { } service)
        {
            use(service);
        }
    }

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();
}
