using System.Collections.Immutable;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Manifests;

/// <summary>Fields that are left out of comparisons, by <see cref="FieldIgnore"/>s.</summary>
internal sealed class FieldIgnores(ImmutableArray<FieldIgnore> entries)
{
    public static FieldIgnores None { get; } = new([]);

    /// <exception cref="InvalidSettingsException">An entry names no field.</exception>
    public static FieldIgnores Of(IEnumerable<string> texts) => new([.. texts.Select(FieldIgnore.Parse)]);

    /// <summary>Whether a field of an object is ignored; null where none of the object is.</summary>
    public Func<string, bool>? For(ResourceId resource)
    {
        var own = entries.Where(entry => entry.IsAbout(resource)).ToArray();
        return own.Length == 0 ? null : path => Array.Exists(own, entry => entry.Covers(path));
    }
}
