using System.Runtime.CompilerServices;
using Cake.Frosting;
using GitOps.Cake.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace GitOps.Cake;

/// <summary>Adds the library to a build.</summary>
public static class GitOpsHostExtensions
{
    // Frosting fails when an assembly is added twice, and a host does not tell what it has.
    private static readonly ConditionalWeakTable<CakeHost, Type> ContextOfHost = [];

    /// <summary>
    /// Adds the library's tasks, the context of the build and the services they need. Calling it again changes nothing. No
    /// lifetime is registered: that stays the build's own.
    /// </summary>
    /// <typeparam name="TContext">The build's context.</typeparam>
    /// <param name="host">The build.</param>
    /// <returns>The same host.</returns>
    /// <exception cref="InvalidOperationException">It was called before with another context.</exception>
    public static CakeHost UseGitOps<TContext>(this CakeHost host)
        where TContext : class, IGitOpsContext
    {
        ArgumentNullException.ThrowIfNull(host);
        if (!ContextOfHost.TryAdd(host, typeof(TContext)))
        {
            return ContextOfHost.TryGetValue(host, out var context) && context == typeof(TContext)
                ? host
                : throw new InvalidOperationException(
                    $"UseGitOps<{typeof(TContext).Name}>() was called on a host that has the context {context?.Name} already. A build has one context.");
        }

        return host
            .UseContext<TContext>()
            .AddAssembly(typeof(GitOpsHostExtensions).Assembly)
            .ConfigureServices(services => services.AddSingleton(SessionFactory.Create));
    }
}
