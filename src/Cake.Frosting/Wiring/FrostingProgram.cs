using System.Reflection;
using Cake.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cake.Frosting.Wiring;

/// <summary>A program as its host describes it, before the command line is known.</summary>
internal sealed class FrostingProgram(IServiceCollection services, IReadOnlyList<Assembly> assemblies)
{
    public ServiceProvider BuildServices(ICakeArguments arguments)
    {
        var all = new ServiceCollection();
        all.Add(services);
        foreach (var task in assemblies.SelectMany(TaskTypes.In))
        {
            all.AddSingleton(typeof(IFrostingTask), task);
        }

        return all.AddSingleton(arguments).BuildServiceProvider();
    }
}
