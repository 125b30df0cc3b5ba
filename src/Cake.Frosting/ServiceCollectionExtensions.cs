using Cake.Cli;
using Cake.Core.Composition;
using Cake.Core.IO;
using Cake.Core.Packaging;
using Cake.Frosting.Wiring;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting;

/// <summary>What a program says about itself, to its services instead of its host.</summary>
public static class ServiceCollectionExtensions
{
    private const string ToolPathKey = "paths_tools";

    /// <summary>Sets the context that tasks get; the last one wins.</summary>
    /// <typeparam name="TContext">The context; its constructor may ask for <see cref="Core.ICakeContext"/> and for any registered service.</typeparam>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseContext<TContext>(this IServiceCollection services)
        where TContext : class, IFrostingContext =>
        services.AddSingleton<IFrostingContext, TContext>();

    /// <summary>Sets what runs before and after the run; the last one wins.</summary>
    /// <typeparam name="TLifetime">The lifetime.</typeparam>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseLifetime<TLifetime>(this IServiceCollection services)
        where TLifetime : class, IFrostingLifetime =>
        services
            .AddSingleton<IFrostingLifetime, TLifetime>()
            .AddSingleton<IFrostingSetup, TLifetime>()
            .AddSingleton<IFrostingTeardown, TLifetime>();

    /// <summary>Sets what runs before the first task; the last one wins.</summary>
    /// <typeparam name="TSetup">The setup.</typeparam>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseSetup<TSetup>(this IServiceCollection services)
        where TSetup : class, IFrostingSetup =>
        services.AddSingleton<IFrostingSetup, TSetup>();

    /// <summary>Sets what runs after the last task; the last one wins.</summary>
    /// <typeparam name="TTeardown">The teardown.</typeparam>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseTeardown<TTeardown>(this IServiceCollection services)
        where TTeardown : class, IFrostingTeardown =>
        services.AddSingleton<IFrostingTeardown, TTeardown>();

    /// <summary>Sets what runs before and after each task; the last one wins.</summary>
    /// <typeparam name="TLifetime">The lifetime.</typeparam>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseTaskLifetime<TLifetime>(this IServiceCollection services)
        where TLifetime : class, IFrostingTaskLifetime =>
        services
            .AddSingleton<IFrostingTaskLifetime, TLifetime>()
            .AddSingleton<IFrostingTaskSetup, TLifetime>()
            .AddSingleton<IFrostingTaskTeardown, TLifetime>();

    /// <summary>Sets what runs before each task; the last one wins.</summary>
    /// <typeparam name="TSetup">The setup.</typeparam>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseTaskSetup<TSetup>(this IServiceCollection services)
        where TSetup : class, IFrostingTaskSetup =>
        services.AddSingleton<IFrostingTaskSetup, TSetup>();

    /// <summary>Sets what runs after each task; the last one wins.</summary>
    /// <typeparam name="TTeardown">The teardown.</typeparam>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseTaskTeardown<TTeardown>(this IServiceCollection services)
        where TTeardown : class, IFrostingTaskTeardown =>
        services.AddSingleton<IFrostingTaskTeardown, TTeardown>();

    /// <summary>Registers the services of a Cake module.</summary>
    /// <typeparam name="TModule">The module.</typeparam>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseModule<TModule>(this IServiceCollection services)
        where TModule : ICakeModule, new() =>
        services.UseModule(new TModule());

    /// <summary>Adds an installer of packages.</summary>
    /// <typeparam name="TPackageInstaller">The installer.</typeparam>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UsePackageInstaller<TPackageInstaller>(this IServiceCollection services)
        where TPackageInstaller : class, IPackageInstaller =>
        services.AddSingleton<IPackageInstaller, TPackageInstaller>();

    /// <summary>Names a tool that is installed before the first task.</summary>
    /// <param name="services">The services.</param>
    /// <param name="uri">The tool's package, such as <c>dotnet:?package=NAME&amp;version=VERSION</c>.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseTool(this IServiceCollection services, Uri uri) =>
        services.AddSingleton(new PackageReference(uri));

    /// <summary>Sets the working directory; <c>--working</c> wins over it.</summary>
    /// <param name="services">The services.</param>
    /// <param name="path">The directory, relative to the process's own working directory.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseWorkingDirectory(this IServiceCollection services, DirectoryPath path) =>
        services.AddSingleton(new WorkingDirectory(path));

    /// <summary>Sets a value of Cake's configuration; environment, <c>cake.config</c> and command line win over it.</summary>
    /// <param name="services">The services.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseCakeSetting(this IServiceCollection services, string key, string value) =>
        services.AddSingleton(new CakeSetting(key, value));

    /// <summary>Sets where tools are installed.</summary>
    /// <param name="services">The services.</param>
    /// <param name="toolPath">The directory; <c>tools</c> in the working directory by default.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseToolPath(this IServiceCollection services, DirectoryPath toolPath)
    {
        ArgumentNullException.ThrowIfNull(toolPath);
        return services.UseCakeSetting(ToolPathKey, toolPath.FullPath);
    }
}
