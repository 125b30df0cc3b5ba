namespace GitOps.Cake.Templates;

/// <summary>A value with methods that templates can call, as <c>.Name</c> of a directory entry.</summary>
public interface IGoMethods
{
    /// <summary>Finds a method.</summary>
    /// <param name="name">Its Go name.</param>
    /// <returns>The method, whose parameters do not include the value itself; null when there is none of this name.</returns>
    TemplateFunction? FindMethod(string name);
}
