using System.Collections.Immutable;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Policies;

/// <summary>
/// What a team allows a plan to do, in plain C#: each call adds a rule and gives a policy with it. A plan that breaks rules fails with
/// all that is against it, each with release and object.
/// </summary>
public sealed class PlanPolicy
{
    private readonly ImmutableArray<Func<Plan, IEnumerable<PlanViolation>>> _rules;

    private PlanPolicy(ImmutableArray<Func<Plan, IEnumerable<PlanViolation>>> rules) => _rules = rules;

    /// <summary>The policy that allows everything.</summary>
    public static PlanPolicy None { get; } = new([]);

    /// <summary>The policy that allows no risk of any kind; see <see cref="RiskKind"/>.</summary>
    public static PlanPolicy Careful { get; } = None.WithoutRisks(Enum.GetValues<RiskKind>());

    /// <summary>Adds a rule of one's own.</summary>
    /// <param name="rule">Gives what is against it; nothing where a plan keeps it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> is null.</exception>
    public PlanPolicy With(Func<Plan, IEnumerable<PlanViolation>> rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new(_rules.Add(rule));
    }

    /// <summary>Adds a rule about the plan as a whole.</summary>
    /// <param name="rule">The rule in words, as in <c>at most one release is installed</c>.</param>
    /// <param name="isKept">Whether a plan keeps it.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public PlanPolicy Require(string rule, Func<Plan, bool> isKept)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(isKept);
        return With(plan => isKept(plan) ? [] : [new(rule)]);
    }

    /// <summary>No object of some kinds may be removed; of no kind at all where none is named.</summary>
    /// <param name="kinds">The kinds, as in <c>PersistentVolumeClaim</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="kinds"/> is null.</exception>
    public PlanPolicy WithoutDeletes(params string[] kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        return With(plan => plan.Deletes().Where(deleted => kinds.Length == 0 || kinds.Contains(deleted.Change.Resource.Kind))
            .Select(deleted => new PlanViolation("must not be removed", deleted.Release, deleted.Change.Resource)));
    }

    /// <summary>No more than so many objects may be removed.</summary>
    /// <param name="count">How many may.</param>
    public PlanPolicy AtMostDeletes(int count) => With(plan => plan.Deletes() is { Length: var deletes } && deletes > count
        ? [new($"{deletes} objects would be removed, and {count} may be")]
        : []);

    /// <summary>Some risks may not be taken.</summary>
    /// <param name="kinds">Which.</param>
    /// <exception cref="ArgumentNullException"><paramref name="kinds"/> is null.</exception>
    public PlanPolicy WithoutRisks(params RiskKind[] kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        return With(plan => plan.Risks().Where(risk => kinds.Contains(risk.Kind)).Select(risk => new PlanViolation(Words(risk.Kind), risk.Release, risk.Resource)));
    }

    /// <summary>All that is against this policy.</summary>
    /// <param name="plan">The plan.</param>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    public ImmutableArray<PlanViolation> Violations(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return [.. _rules.SelectMany(rule => rule(plan))];
    }

    /// <summary>Fails where something is against this policy.</summary>
    /// <param name="plan">The plan.</param>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    /// <exception cref="PlanPolicyException">Something is; all of it is told.</exception>
    public void Enforce(Plan plan)
    {
        var violations = Violations(plan);
        if (!violations.IsEmpty)
        {
            throw new PlanPolicyException(
                violations,
                $"The plan of {plan.Scope} breaks the policy in {violations.Length} {(violations.Length == 1 ? "place" : "places")}, so nothing was changed:\n"
                + string.Join('\n', violations.Select(violation => $"  {violation}"))
                + "\nChange the state file so that the plan keeps the policy, or the policy in the build.");
        }
    }

    private static string Words(RiskKind kind) => kind switch
    {
        RiskKind.RemovesCustomResourceDefinition => "would be removed, and with it every object of its kind",
        RiskKind.RemovesPersistentVolumeClaim => "would be removed, and possibly its data",
        RiskKind.RemovesNamespace => "would be removed, and with it everything in it",
        RiskKind.ReinstallsStatefulSet => "would have to be deleted and created anew: the server forbids this change of a StatefulSet",
        _ => "would be uninstalled",
    };
}
