using Cake.Cli;
using Cake.Core;
using Cake.Core.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Wiring;

internal static class FrostingServices
{
    /// <summary>What every program starts with; each can be replaced by a later registration.</summary>
    public static void AddFrosting(this IServiceCollection services) =>
        services
            .UseCakeDefaultModules()
            .AddCakeDiagnostics()
            .AddSingleton<Core.Tooling.IToolInstaller, DeferredToolInstaller>()
            .AddSingleton<IToolInstaller, ToolInstaller>()
            .AddSingleton<IVersionResolver, VersionResolver>()
            .AddSingleton<ICakeVersionFeature, VersionFeature>()
            .AddSingleton<ICakeInfoFeature, InfoFeature>()
            .AddSingleton<CakeConfigurationProvider>()
            .AddSingleton(ReadConfiguration)
            .AddSingleton<IFrostingContext, FrostingContext>();

    private static ICakeConfiguration ReadConfiguration(IServiceProvider services)
    {
        var arguments = services.GetRequiredService<ICakeArguments>();
        return services.GetRequiredService<CakeConfigurationProvider>().CreateConfiguration(
            services.GetRequiredService<ICakeEnvironment>().WorkingDirectory,
            services.GetServices<CakeSetting>().Select(setting => KeyValuePair.Create(setting.Key, setting.Value)),
            arguments.GetArguments().Keys.ToDictionary(key => key, arguments.GetArgument, StringComparer.OrdinalIgnoreCase));
    }
}
