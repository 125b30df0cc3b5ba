namespace GitOps.Cake.GitHub;

/// <summary>
/// Reports a task of any kind as a commit status, as in <c>[ReportStatus("deploy/staging")]</c>: pending while it runs, then what became
/// of it. A task that is skipped is a success that says so, so that a branch rule can require the status.
/// </summary>
/// <param name="context">The status's name: the same in every run, at most 255 characters.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ReportStatusAttribute(string context) : Attribute
{
    /// <summary>The status's name.</summary>
    public string Context { get; } = context;
}
