using Cake.Core.Composition;
using Cake.Core.IO;
using Cake.Core.Packaging;

namespace Cake.Frosting;

/// <summary>What a program says about itself, in the order of its sentences.</summary>
public static class CakeHostExtensions
{
    /// <summary>Registers the services that a startup class names.</summary>
    /// <typeparam name="TStartup">The startup class.</typeparam>
    /// <param name="host">The host.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseStartup<TStartup>(this CakeHost host)
        where TStartup : IFrostingStartup, new() =>
        host.ConfigureServices(new TStartup().Configure);

    /// <summary>Sets the context that tasks get; the last one wins.</summary>
    /// <typeparam name="TContext">The context; its constructor may ask for <see cref="Core.ICakeContext"/> and for any registered service.</typeparam>
    /// <param name="host">The host.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseContext<TContext>(this CakeHost host)
        where TContext : class, IFrostingContext =>
        host.ConfigureServices(static services => services.UseContext<TContext>());

    /// <summary>Sets what runs before and after the run; the last one wins.</summary>
    /// <typeparam name="TLifetime">The lifetime.</typeparam>
    /// <param name="host">The host.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseLifetime<TLifetime>(this CakeHost host)
        where TLifetime : class, IFrostingLifetime =>
        host.ConfigureServices(static services => services.UseLifetime<TLifetime>());

    /// <summary>Sets what runs before the first task; the last one wins.</summary>
    /// <typeparam name="TSetup">The setup.</typeparam>
    /// <param name="host">The host.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseSetup<TSetup>(this CakeHost host)
        where TSetup : class, IFrostingSetup =>
        host.ConfigureServices(static services => services.UseSetup<TSetup>());

    /// <summary>Sets what runs after the last task; the last one wins.</summary>
    /// <typeparam name="TTeardown">The teardown.</typeparam>
    /// <param name="host">The host.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseTeardown<TTeardown>(this CakeHost host)
        where TTeardown : class, IFrostingTeardown =>
        host.ConfigureServices(static services => services.UseTeardown<TTeardown>());

    /// <summary>Sets what runs before and after each task; the last one wins.</summary>
    /// <typeparam name="TLifetime">The lifetime.</typeparam>
    /// <param name="host">The host.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseTaskLifetime<TLifetime>(this CakeHost host)
        where TLifetime : class, IFrostingTaskLifetime =>
        host.ConfigureServices(static services => services.UseTaskLifetime<TLifetime>());

    /// <summary>Sets what runs before each task; the last one wins.</summary>
    /// <typeparam name="TSetup">The setup.</typeparam>
    /// <param name="host">The host.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseTaskSetup<TSetup>(this CakeHost host)
        where TSetup : class, IFrostingTaskSetup =>
        host.ConfigureServices(static services => services.UseTaskSetup<TSetup>());

    /// <summary>Sets what runs after each task; the last one wins.</summary>
    /// <typeparam name="TTeardown">The teardown.</typeparam>
    /// <param name="host">The host.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseTaskTeardown<TTeardown>(this CakeHost host)
        where TTeardown : class, IFrostingTaskTeardown =>
        host.ConfigureServices(static services => services.UseTaskTeardown<TTeardown>());

    /// <summary>Registers the services of a Cake module.</summary>
    /// <typeparam name="TModule">The module.</typeparam>
    /// <param name="host">The host.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseModule<TModule>(this CakeHost host)
        where TModule : ICakeModule, new() =>
        host.ConfigureServices(static services => services.UseModule<TModule>());

    /// <summary>Adds an installer of packages.</summary>
    /// <typeparam name="TPackageInstaller">The installer.</typeparam>
    /// <param name="host">The host.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UsePackageInstaller<TPackageInstaller>(this CakeHost host)
        where TPackageInstaller : class, IPackageInstaller =>
        host.ConfigureServices(static services => services.UsePackageInstaller<TPackageInstaller>());

    /// <summary>Names a tool that is installed before the first task.</summary>
    /// <param name="host">The host.</param>
    /// <param name="uri">The tool's package, such as <c>dotnet:?package=NAME&amp;version=VERSION</c>.</param>
    /// <returns>The same host.</returns>
    public static CakeHost InstallTool(this CakeHost host, Uri uri) =>
        host.ConfigureServices(services => services.UseTool(uri));

    /// <summary>Sets the working directory; <c>--working</c> wins over it.</summary>
    /// <param name="host">The host.</param>
    /// <param name="path">The directory, relative to the process's own working directory.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseWorkingDirectory(this CakeHost host, DirectoryPath path) =>
        host.ConfigureServices(services => services.UseWorkingDirectory(path));

    /// <summary>Sets a value of Cake's configuration; environment, <c>cake.config</c> and command line win over it.</summary>
    /// <param name="host">The host.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseCakeSetting(this CakeHost host, string key, string value) =>
        host.ConfigureServices(services => services.UseCakeSetting(key, value));

    /// <summary>Sets where tools are installed.</summary>
    /// <param name="host">The host.</param>
    /// <param name="path">The directory; <c>tools</c> in the working directory by default.</param>
    /// <returns>The same host.</returns>
    public static CakeHost SetToolPath(this CakeHost host, DirectoryPath path) =>
        host.ConfigureServices(services => services.UseToolPath(path));
}
