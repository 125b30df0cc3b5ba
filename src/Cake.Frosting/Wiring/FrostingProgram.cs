using System.Reflection;
using Cake.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Wiring;

/// <summary>A program as its host describes it, before the command line is known.</summary>
internal sealed class FrostingProgram(IServiceCollection services, IReadOnlyList<Assembly> assemblies)
{
    public ServiceProvider BuildServices(ICakeArguments arguments)
    {
        var all = new ServiceCollection();
        foreach (var service in services)
        {
            ((ICollection<ServiceDescriptor>)all).Add(service);
        }

        foreach (var task in assemblies.SelectMany(TaskTypes.In))
        {
            all.AddSingleton(typeof(IFrostingTask), task);
        }

        return all.AddSingleton(arguments).BuildServiceProvider();
    }
}
