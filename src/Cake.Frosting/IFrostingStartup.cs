using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting;

/// <summary>Registers the services of a program in a class of its own.</summary>
public interface IFrostingStartup
{
    /// <summary>Registers services.</summary>
    /// <param name="services">The services of the program; of two registrations for one type, the last wins.</param>
    void Configure(IServiceCollection services);
}
