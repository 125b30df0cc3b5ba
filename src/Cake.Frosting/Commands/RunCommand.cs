using Cake.Cli;
using Cake.Cli.Infrastructure;
using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Frosting.Wiring;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace Cake.Frosting.Commands;

/// <summary>The one command of a program.</summary>
internal sealed class RunCommand(FrostingProgram program) : AsyncCommand<RunSettings>
{
    public override async Task<int> ExecuteAsync(
        CommandContext context, RunSettings settings, CancellationToken cancellationToken)
    {
        var arguments = context.Remaining.ToCakeArguments(settings.NoReport, settings.Targets);
        var services = program.BuildServices(arguments);
        await using (services.ConfigureAwait(false))
        {
            try
            {
                await RunAsync(services, settings).ConfigureAwait(false);
                return 0;
            }
            catch (Exception exception)
            {
                return services.GetRequiredService<ICakeLog>().LogException(exception);
            }
        }
    }

    private static Task RunAsync(IServiceProvider services, RunSettings settings)
    {
        if (settings.Version)
        {
            services.GetRequiredService<ICakeVersionFeature>().Run(services.GetRequiredService<IConsole>());
            return Task.CompletedTask;
        }

        if (settings.Info)
        {
            services.GetRequiredService<ICakeInfoFeature>().Run(services.GetRequiredService<IConsole>());
            return Task.CompletedTask;
        }

        return new BuildRun(services, settings).RunAsync();
    }
}
