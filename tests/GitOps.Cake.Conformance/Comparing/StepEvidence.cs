using GitOps.Cake.Conformance.Answers;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Conformance.Comparing;

/// <summary>All that a step left: the answer, and what can be seen outside of it.</summary>
internal sealed record StepEvidence
{
    /// <summary>The answer, with paths replaced as in the recordings.</summary>
    public required EngineAnswer Answer { get; init; }

    /// <summary>The releases of the cluster afterwards; null where nobody looked.</summary>
    public YamlNode? Releases { get; init; }

    /// <summary>The files that the step wrote, by path.</summary>
    public IReadOnlyDictionary<string, string> Written { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The bytes of a file of the case's folder; null where it is not there.</summary>
    public required Func<string, byte[]?> File { get; init; }
}
