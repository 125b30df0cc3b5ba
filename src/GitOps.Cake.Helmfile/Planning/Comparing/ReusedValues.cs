using GitOps.Cake.Helmfile.Records;
using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Planning.Comparing;

/// <summary>The values of the last revision that an upgrade keeps below the new ones: those of its chart, and those that it was given.</summary>
internal static class ReusedValues
{
    public static string Of(ReleaseContent content)
    {
        var reader = new ManifestReader();
        var values = reader.Read(content.ChartValues.AsMemory()) as GoMap ?? new GoMap();
        GivenValues.Merge(values, reader.Read(content.Values.AsMemory()) as GoMap ?? new GoMap());
        return YamlWriter.Write(values);
    }
}
