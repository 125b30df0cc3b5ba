using System.Collections.Immutable;
using GitOps.Cake.Options;
using GitOps.Cake.Plans;
using GitOps.Cake.Policies;

namespace GitOps.Cake.Helmfile;

/// <summary>
/// Holds the plan of this run to a policy, and fails with all that is against it. It needs a task before it that publishes a plan, such as
/// <see cref="HelmfileDiff"/>.
/// </summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class HelmfilePolicyTask<TContext> : GitOpsTask<TContext, PolicyReport>
    where TContext : class, IGitOpsContext
{
    private protected override ImmutableArray<LibraryOption> OptionsRead => LibraryOptions.OfScopes;

    /// <summary>What is allowed.</summary>
    /// <param name="context">The build's context.</param>
    protected abstract PlanPolicy Policy(TContext context);

    /// <summary>The plan that is looked at.</summary>
    /// <param name="context">The build's context.</param>
    /// <value>By default the one that a task of this run published.</value>
    protected virtual Plan Plan(TContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Session.Result<Plan>();
    }

    // Each scope has a plan of its own.
    private protected sealed override void ReadSettings(TContext context) => _ = context.Scope;

    /// <inheritdoc/>
    protected sealed override Task ExecuteAsync(TContext context, Action<PolicyReport> publish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(publish);
        var (plan, policy) = (Plan(context), Policy(context));
        publish(new(plan.Digest, policy.Violations(plan)));
        policy.Enforce(plan);
        return Task.CompletedTask;
    }
}
