namespace GitOps.Cake.GitHub.Places.Systems;

/// <summary>Argo Workflows: its pods know the workflow and nothing of git, so options say what is built.</summary>
internal static class ArgoWorkflows
{
    public static PlaceFacts? Read(CiVariables variables) => variables.Any("ARGO_NODE_ID", "ARGO_TEMPLATE", "ARGO_WORKFLOW_NAME") is null
        ? null
        : new() { System = "Argo Workflows", RunId = variables.Any("ARGO_NODE_ID", "ARGO_WORKFLOW_NAME") };
}
