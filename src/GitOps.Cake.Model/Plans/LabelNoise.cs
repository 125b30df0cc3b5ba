namespace GitOps.Cake.Plans;

/// <summary>
/// Tells the changes that every new version of a chart brings to all its objects, such as the label <c>helm.sh/chart</c>, from those that
/// mean something. They count like all others; but many of them hide what matters, so people are shown them in one line.
/// </summary>
public static class LabelNoise
{
    // The templates of a StatefulSet's volumes are not among them: helm cannot change those at all.
    private static readonly string[] Places =
        ["metadata.", "spec.template.metadata.", "spec.jobTemplate.metadata.", "spec.jobTemplate.spec.template.metadata."];

    private static readonly HashSet<string> Labels = new(StringComparer.Ordinal)
    {
        "labels.helm.sh/chart",
        "labels.chart",
        "labels.app.kubernetes.io/version",
        "labels.app.kubernetes.io/managed-by",
    };

    /// <summary>
    /// Whether a field is a label that names the chart, its version or what deploys it, or a checksum among the annotations, of an object or
    /// of the pods that it makes.
    /// </summary>
    /// <param name="field">The field.</param>
    /// <exception cref="ArgumentNullException"><paramref name="field"/> is null.</exception>
    public static bool Covers(FieldChange field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return NameOf(field) is not null;
    }

    /// <summary>Whether a resource changes in nothing else.</summary>
    /// <param name="change">The resource.</param>
    /// <exception cref="ArgumentNullException"><paramref name="change"/> is null.</exception>
    public static bool Covers(ResourceChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change is { Change: ResourceChangeKind.Changed, Fields.IsEmpty: false } && change.Fields.All(Covers);
    }

    /// <summary>The name of the label or annotation, as in <c>helm.sh/chart</c>; null for every other field.</summary>
    internal static string? NameOf(FieldChange field)
    {
        var place = Places.FirstOrDefault(place => field.Path.StartsWith(place, StringComparison.Ordinal));
        var rest = field.Path[(place?.Length ?? field.Path.Length)..];
        return Labels.Contains(rest) || rest.StartsWith("annotations.checksum/", StringComparison.Ordinal)
            ? rest[(rest.IndexOf('.', StringComparison.Ordinal) + 1)..]
            : null;
    }

    /// <summary>Whether the field is one of pods, which start anew when it changes.</summary>
    internal static bool RestartsPods(FieldChange field) => field.Path.StartsWith(Places[1], StringComparison.Ordinal);
}
