using System.Reflection;
using System.Text;

namespace GitOps.Cake.Architecture.Tests.PublicApi;

/// <summary>The public surface of an assembly as text, in an order that does not depend on how it was compiled.</summary>
internal static class ApiText
{
    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var types in assembly.GetExportedTypes().GroupBy(type => type.Namespace).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.Append($"namespace {types.Key}\n");
            foreach (var type in types.OrderBy(ApiTypeName.Nested, StringComparer.Ordinal))
            {
                text.Append('\n').AppendJoin("", ApiType.Attributes(type).Select(attribute => $"{attribute}\n")).Append($"{ApiType.Head(type)}\n");
                foreach (var member in ApiMembers.Of(type))
                {
                    text.Append($"    {member}\n");
                }
            }

            text.Append('\n');
        }

        return text.Length == 0 ? "(no public types)\n" : text.ToString().TrimEnd('\n') + "\n";
    }
}
