using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Planning;

/// <summary>Puts a release's values together as helm does before it records them.</summary>
internal static class GivenValues
{
    /// <summary>The values; null where single values are set, whose syntax only helm reads.</summary>
    public static GoMap? Of(Release release) => release.Sets.IsEmpty ? Merge(release) : null;

    /// <summary>The values of files and maps alone.</summary>
    public static GoMap Merge(Release release)
    {
        var reader = new ManifestReader();
        var values = new GoMap();
        foreach (var source in release.Values)
            Merge(values, reader.Read(source.Read().AsMemory()) as GoMap ?? new GoMap());

        return values;
    }

    /// <summary>Puts values above others.</summary>
    public static void Merge(GoMap below, GoMap above)
    {
        foreach (var (key, value) in above)
        {
            if (value is GoMap map && below.TryGetValue(key, out var existing) && existing is GoMap under)
                Merge(under, map);
            else
                below[key] = value;
        }
    }
}
