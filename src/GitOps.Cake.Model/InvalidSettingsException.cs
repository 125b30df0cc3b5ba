using System.Collections.Immutable;

namespace GitOps.Cake;

/// <summary>Settings or options that cannot be used; every broken rule is told at once, before anything ran.</summary>
/// <param name="problems">The broken rules, each a full sentence that names its setting or option.</param>
public sealed class InvalidSettingsException(ImmutableArray<string> problems)
    : GitOpsException(string.Join(Environment.NewLine, problems))
{
    /// <summary>One broken rule.</summary>
    /// <param name="problem">A full sentence that names the setting or option.</param>
    public InvalidSettingsException(string problem)
        : this([problem])
    {
    }

    /// <summary>The broken rules.</summary>
    public ImmutableArray<string> Problems { get; } = problems;
}
