using System.Reflection;
using Cake.Cli;
using Cake.Frosting.Commands;
using Cake.Frosting.Wiring;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace Cake.Frosting;

/// <summary>Puts a program together and runs it: <c>return new CakeHost().UseContext&lt;BuildContext&gt;().Run(args);</c>.</summary>
public sealed class CakeHost
{
    private readonly ServiceCollection _services = new();
    private readonly List<Assembly> _assemblies = [];

    /// <summary>Initializes a new instance of the <see cref="CakeHost"/> class, with the tasks of the program's own assembly.</summary>
    public CakeHost()
    {
        _services.AddFrosting();
        if (Assembly.GetEntryAssembly() is { } program)
        {
            _assemblies.Add(program);
        }
    }

    /// <summary>Makes a host.</summary>
    /// <returns>A new host.</returns>
    public static CakeHost Create() => new();

    /// <summary>Adds the public tasks of an assembly. Adding one twice fails the run, because each task has to have a name of its own.</summary>
    /// <param name="assembly">The assembly; what it references is not searched.</param>
    /// <returns>The same host.</returns>
    public CakeHost AddAssembly(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        _assemblies.Add(assembly);
        return this;
    }

    /// <summary>Registers services, at once.</summary>
    /// <param name="services">What registers them; of two registrations for one type, the last wins, Cake's own included.</param>
    /// <returns>The same host.</returns>
    public CakeHost ConfigureServices(Action<IServiceCollection> services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services(_services);
        return this;
    }

    /// <summary>Runs what the command line asks for.</summary>
    /// <param name="args">The command line.</param>
    /// <returns>
    /// The exit code: 0; 1, or the <see cref="Core.CakeException.ExitCode"/> of what was thrown outside a task; less than zero when the
    /// command line cannot be understood or the services cannot be put together.
    /// </returns>
    public int Run(IEnumerable<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var registrar = new TypeRegistrar();
        registrar.RegisterInstance(typeof(FrostingProgram), new FrostingProgram(_services, _assemblies));
        return new CommandApp<RunCommand>(registrar).Run(args);
    }
}
