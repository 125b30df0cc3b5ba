namespace GitOps.Cake.Templates.Values;

/// <summary>A list of another element type than Go's any, such as the <c>[][]interface {}</c> that <c>chunk</c> gives.</summary>
internal sealed class GoTypedList(string typeName) : List<object?>
{
    public string TypeName => typeName;
}
