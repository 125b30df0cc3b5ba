using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile;

/// <summary>How a difference is found and shown.</summary>
public sealed record DiffOptions
{
    /// <summary>How many unchanged lines are shown around a change; 0 for all.</summary>
    /// <value>By default 3.</value>
    public int? Context { get; init; }

    /// <summary>Kinds whose content is not shown, as in <c>ConfigMap</c>.</summary>
    public ImmutableArray<string> SuppressKinds { get; init; } = [];

    /// <summary>Whether nothing but the names of changed Secrets is shown.</summary>
    public bool SuppressSecrets { get; init; }

    /// <summary>Whether nothing but which releases change is shown.</summary>
    public bool SuppressDiff { get; init; }

    /// <summary>Regular expressions; a line that matches one is not shown. A change in nothing else still counts.</summary>
    public ImmutableArray<string> SuppressOutputLineRegex { get; init; } = [];

    /// <summary>
    /// Where values stand that are secret although they are in no Secret: a kind and the way to a field, as in
    /// <c>ConfigMap/data/*password*</c>. The real helmfile hides nothing but Secrets, so the engine that drives it knows no others.
    /// </summary>
    public ImmutableArray<string> Redact { get; init; } = [];

    /// <summary>Whether test hooks are compared, too.</summary>
    public bool IncludeTests { get; init; }

    /// <summary>Whether hooks are left out.</summary>
    public bool NoHooks { get; init; }

    /// <summary>Whether releases that are not installed yet are not compared, and count as changed.</summary>
    public bool SkipDiffOnInstall { get; init; }

    /// <summary>Whether releases that are not installed yet are compared without a check against the cluster's API.</summary>
    public bool SkipDiffValidationOnInstall { get; init; }

    /// <summary>Whether carriage returns at the ends of lines are no difference.</summary>
    public bool StripTrailingCr { get; init; }

    /// <summary>Words for <c>helm diff</c>; they take the place of the state file's <c>diffArgs</c>.</summary>
    public ImmutableArray<string> DiffArgs { get; init; } = [];

    /// <summary>
    /// Fields whose differences do not count, as in <c>Deployment:spec.replicas</c>: <c>[Kind[/name]:]path</c>, where <c>*</c> stands for any text and a
    /// path covers what is below it. They come on top of <see cref="HelmfileScope.IgnoreFields"/>.
    /// </summary>
    public ImmutableArray<string> IgnoreFields { get; init; } = [];
}
