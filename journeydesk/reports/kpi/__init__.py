"""The KPI board: fifteen measures of the programme, each with its must and its target."""
